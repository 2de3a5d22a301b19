package io.duckgres.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The views whose rows are kept in tables, so that statements over the catalog neither bind nor run
 * what lies beneath them: reading the engine's catalog takes longer than most of these statements
 * do.
 *
 * <p>Each such view {@code columns} is {@code SELECT … FROM duckgres_columns}, a table of its own
 * schema with what is committed. A session with uncommitted DDL or temporary objects has a
 * temporary table or view of that name, which the engine finds first: it resolves a view's
 * unqualified names among temporary ones before it looks into the view's own schema.
 *
 * <p>The rows of most of them belong to a relation, whose number (see {@link SideObjects}) stands
 * in one of the columns: after a definition only the rows of the changed relations are replaced.
 * What reads the engine's catalog or the side schema are the views {@code engine.raw_…} alone;
 * whatever is made of them is made within the emulation database.
 */
final class EngineTables {
  /**
   * Views over a table that is empty, unless a session has filled a temporary one of its name: only
   * that session knows something then.
   */
  private static final Set<String> OF_SESSIONS = Set.of("engine." + TemporaryColumns.VIEW);

  /** Names of the tables begin with it; objects of such names are hidden from clients. */
  static final String PREFIX = "duckgres_";

  /** Stands before the names of the shared tables of the engine schema. */
  static final String ENGINE_TABLES =
      EngineNames.DATABASE + "." + EngineNames.ENGINE + "." + PREFIX;

  /** The column of numbers in the tables of system relations, whose views don't show it. */
  static final String NUMBER = PREFIX + "number";

  /** Stands for a column of numbers where rows don't belong to relations. */
  private static final String NONE = "";

  private static final Map<String, String> KEPT = new LinkedHashMap<>();

  private static final Map<String, List<String>> NEEDED = new ConcurrentHashMap<>();

  static {
    KEPT.put("engine.raw_schemas", NONE);
    KEPT.put("engine.raw_tables", "table_oid");
    KEPT.put("engine.raw_views", "view_oid");
    KEPT.put("engine.raw_sequences", "sequence_oid");
    KEPT.put("engine.raw_types", NONE);
    KEPT.put("engine.raw_fields", NONE);
    KEPT.put("engine.raw_columns", "table_oid");
    KEPT.put("engine.raw_indexes", "table_oid");
    KEPT.put("engine.raw_constraints", "table_oid");
    KEPT.put("engine.raw_comments", NONE);
    KEPT.put("engine.raw_privileges", NONE);
    KEPT.put("engine.raw_roles", NONE);
    KEPT.put("engine.raw_role_members", NONE);
    KEPT.put("engine.raw_dependencies", NONE);
    KEPT.put("engine.raw_view_options", NONE);
    KEPT.put("engine.raw_statistics", NONE);
    KEPT.put("engine.raw_partitions", NONE);
    KEPT.put("engine.raw_partitioned_tables", NONE);
    KEPT.put("engine.types", NONE);
    KEPT.put("engine.enum_texts", NONE);
    KEPT.put("engine.columns", "engine_oid");
    KEPT.put("engine.constraints", "table_oid");
    KEPT.put("engine.indexes", "table_oid");
    KEPT.put("engine.relations", "engine_oid");
    KEPT.put("engine.routines", NONE);
    KEPT.put("engine.relation_names", "number");
    KEPT.put("engine.type_spellings", "number");
    KEPT.put("engine.index_definitions", "number");
    KEPT.put("engine.constraint_definitions", "number");
    KEPT.put("pg_catalog.pg_namespace", NONE);
    KEPT.put("pg_catalog.pg_proc", NONE);
    KEPT.put("pg_catalog.pg_class", NUMBER);
    KEPT.put("pg_catalog.pg_attribute", NUMBER);
    KEPT.put("pg_catalog.pg_attrdef", NUMBER);
    KEPT.put("pg_catalog.pg_type", NUMBER);
    KEPT.put("pg_catalog.pg_index", NUMBER);
    KEPT.put("pg_catalog.pg_constraint", NUMBER);
    KEPT.put("pg_catalog.pg_depend", NUMBER);
    KEPT.put("pg_catalog.pg_description", NUMBER);
    KEPT.put("information_schema.columns", NUMBER);
  }

  private EngineTables() {}

  /** Whether the rows of this view are kept. */
  static boolean isKept(String key) {
    return KEPT.containsKey(key);
  }

  /** Whether this view reads a table: one that is kept, or a session's. */
  static boolean hasTable(String key) {
    return isKept(key) || OF_SESSIONS.contains(key);
  }

  /** All of them, in an order in which they can be filled. */
  static List<String> all() {
    return All.KEYS;
  }

  /** Found out when it is first asked for, since all templates are read for it. */
  private static final class All {
    private static final List<String> KEYS =
        KEPT.keySet().stream().flatMap(key -> neededBy(key).stream()).distinct().toList();
  }

  /** The column with the number of the relation that a row belongs to, null when rows don't. */
  static String numberColumn(String key) {
    String column = KEPT.get(key);
    return column.equals(NONE) ? null : column;
  }

  /** Whether the rows are read from the engine's catalog or the side schema. */
  static boolean isRead(String key) {
    return key.startsWith("engine.raw_") || key.equals("engine.routines");
  }

  /** Whether it is a relation that clients see. */
  static boolean isSystemRelation(String key) {
    return !key.startsWith("engine.");
  }

  /**
   * The kept views that an object reads, in the order in which they have to be filled.
   *
   * @param key as in templates
   */
  static List<String> neededBy(String key) {
    return NEEDED.computeIfAbsent(
        CatalogObject.reference(key).key(),
        known -> {
          Set<String> needed = new LinkedHashSet<>();
          collect(known, needed, new LinkedHashSet<>());
          return new ArrayList<>(needed);
        });
  }

  private static void collect(String key, Set<String> needed, Set<String> seen) {
    CatalogObject.Reference reference = CatalogObject.reference(key);
    if (!seen.add(reference.key()) || TypeMap.keys().contains(key)) {
      return;
    }
    for (String referenced : reference.load().references()) {
      collect(referenced, needed, seen);
    }
    if (isKept(reference.key())) {
      needed.add(reference.key());
    }
  }

  /** The table of a kept view as the view names it. */
  static String table(String key) {
    String name = key.substring(key.indexOf('.') + 1);
    return PREFIX + (key.startsWith("information_schema.") ? "information_schema_" : "") + name;
  }

  /** The qualified table with what is committed. */
  static String sharedTable(String key) {
    String schema =
        isSystemRelation(key)
            ? EngineNames.emulatedSchema(key.substring(0, key.indexOf('.')))
            : EngineNames.ENGINE;
    return EngineNames.qualified(schema, table(key));
  }

  /** The SELECT that fills the table. */
  static String select(String key, InstanceNames names) {
    CatalogObject object = CatalogObject.reference(key).load();
    return object instanceof SystemRelation relation
        ? relation.select(names)
        : ((EngineView) object).select(names);
  }
}
