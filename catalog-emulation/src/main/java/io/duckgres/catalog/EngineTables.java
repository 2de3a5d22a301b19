package io.duckgres.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The views of the engine schema whose rows are kept in tables, so that statements over the catalog
 * neither bind nor run what lies beneath them: reading the engine's catalog takes longer than most
 * of these statements do.
 *
 * <p>Each such view {@code columns} is {@code SELECT * FROM duckgres_columns}, a table of the
 * engine schema with what is committed. A session with uncommitted DDL or temporary objects has a
 * temporary table of that name, which the engine finds first: it resolves a view's unqualified
 * names among temporary tables before it looks into the view's own schema.
 */
final class EngineTables {
  private static final Set<String> KEPT =
      Set.of(
          "raw_schemas",
          "raw_tables",
          "raw_views",
          "raw_sequences",
          "raw_types",
          "raw_fields",
          "raw_columns",
          "raw_constraints",
          "raw_indexes",
          "raw_comments",
          "raw_privileges",
          "raw_roles",
          "raw_role_members",
          "raw_dependencies",
          "types",
          "enum_texts",
          "columns",
          "constraints",
          "indexes",
          "relations",
          "routines");

  /** Names of the tables begin with it; objects of such names are hidden from clients. */
  static final String PREFIX = "duckgres_";

  private static final Map<String, List<String>> NEEDED = new ConcurrentHashMap<>();

  private EngineTables() {}

  /** Whether the rows of this view of the engine schema are kept. */
  static boolean isKept(String view) {
    return KEPT.contains(view);
  }

  /** All of them. */
  static Set<String> all() {
    return KEPT;
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
    if (reference.prefix().equals("engine") && isKept(reference.name())) {
      needed.add(reference.name());
    }
  }

  /** The table of a kept view as the view names it. */
  static String table(String view) {
    return PREFIX + view;
  }

  /** The SELECT that fills the table. */
  static String select(String view, InstanceNames names) {
    return SqlTemplate.required("engine/" + view + ".sql")
        .expand(CatalogObject.ENGINE_NAMES, names);
  }
}
