package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads users' objects through one connection, as its transaction sees them: a few queries over the
 * views of the engine schema, whatever the number of objects.
 */
final class ContentLoader {
  /** Keys of what it reads. */
  static final List<String> READS =
      List.of("engine.types", "engine.composite_fields", "engine.columns", "engine.relations");

  /** Whether this key is one of what it reads, indexes included. */
  static boolean reads(String key) {
    return READS.contains(key) || key.equals("engine.indexes") || key.equals(SchemaLoader.READS);
  }

  private final Connection connection;
  private final InstanceNames names;
  private final UserTypes types;
  private final Map<String, Map<String, Relation>> relations = new HashMap<>();
  private final Map<Integer, Relation> relationsByOid = new HashMap<>();

  private ContentLoader(Connection connection, InstanceNames names, UserTypes types) {
    this.connection = connection;
    this.names = names;
    this.types = types;
  }

  static CatalogContent load(Connection connection, InstanceNames names) throws SQLException {
    ContentLoader loader = new ContentLoader(connection, names, UserTypeLoader.load(connection));
    loader.relations();
    return new CatalogContent(loader.relations, loader.relationsByOid, loader.types);
  }

  /**
   * Reads the indexes with the names of their tables; they are asked for less often than the rest.
   */
  static Map<Relation, String> loadIndexes(Connection connection, InstanceNames names)
      throws SQLException {
    Map<Relation, String> indexes = new LinkedHashMap<>();
    new ContentLoader(connection, names, null)
        .query(
            "SELECT oid, schema_name, temporary, relname, table_name "
                + "FROM duckgres.engine_.indexes",
            row -> {
              boolean temporary = row.getBoolean(3);
              String database = temporary ? EngineNames.TEMP_DATABASE : names.engineDatabase();
              indexes.put(
                  new Relation(
                      row.getInt(1),
                      schema(row.getString(2), temporary),
                      row.getString(4),
                      Relation.Kind.INDEX,
                      List.of(database, row.getString(2), row.getString(4)),
                      List.of()),
                  row.getString(5));
            });
    return indexes;
  }

  /** Whether a name is that of an index or a constraint that is kept. */
  static boolean mayBeIndex(Connection connection, InstanceNames names, String name)
      throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT 1 FROM duckdb_indexes() WHERE index_name = $1) "
            + "OR EXISTS (SELECT 1 FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".constraint_names WHERE constraint_name = $1) OR EXISTS (SELECT 1 FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".indexes WHERE index_name = $1)";
    return tell(connection, sql, name);
  }

  /** Whether a name may be that of a UNIQUE constraint that another tool made. */
  static boolean mayBeKey(Connection connection, InstanceNames names, String name)
      throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT 1 FROM duckdb_tables() t "
            + "WHERE starts_with($1, t.table_name || '_') AND NOT EXISTS (SELECT 1 FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".constraint_names c WHERE c.schema_name = t.schema_name "
            + "AND c.table_name = t.table_name))";
    return tell(connection, sql, name);
  }

  private static boolean tell(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void relations() throws SQLException {
    Set<String> generated = generatedColumns();
    Map<Integer, List<Attribute>> attributes = new HashMap<>();
    query(
        "SELECT attrelid, attnum, attname, atttypid, atttypmod, attnotnull, column_default, "
            + "attgenerated, engine_type, schema_name, table_name, attidentity "
            + "FROM duckgres.engine_.columns ORDER BY 1, 2",
        row -> {
          String name = row.getString(3);
          String key = key(row.getString(10), row.getString(11), name);
          attributes
              .computeIfAbsent(row.getInt(1), oid -> new ArrayList<>())
              .add(
                  attribute(
                      types,
                      row.getInt(2),
                      name,
                      types.byOid(row.getInt(4)),
                      row.getInt(5),
                      row.getBoolean(6),
                      row.getString(7),
                      !row.getString(8).isEmpty() || generated.contains(key),
                      row.getString(9),
                      row.getString(12)));
        });
    query(
        "SELECT oid, schema_name, temporary, relname, relkind, reltype "
            + "FROM duckgres.engine_.relations WHERE relkind <> 'c'",
        row -> {
          int oid = row.getInt(1);
          String engineSchema = row.getString(2);
          boolean temporary = row.getBoolean(3);
          String schema = schema(engineSchema, temporary);
          String name = row.getString(4);
          Relation.Kind kind = kind(row.getString(5).charAt(0));
          String database = temporary ? EngineNames.TEMP_DATABASE : names.engineDatabase();
          add(
              new Relation(
                  oid,
                  schema,
                  name,
                  kind,
                  List.of(database, engineSchema, name),
                  kind == Relation.Kind.SEQUENCE
                      ? SEQUENCE_ATTRIBUTES
                      : attributes.getOrDefault(oid, List.of())));
          int rowType = row.getInt(6);
          if (rowType != 0) {
            types.add(PgType.composite(rowType, schema, name, oid, rowType + 2));
          }
        });
  }

  /** What {@code SELECT * FROM sequence} gives in PostgreSQL. */
  static final List<Attribute> SEQUENCE_ATTRIBUTES =
      List.of(
          new Attribute(1, "last_value", PgTypes.INT8, -1, true, null, false, "BIGINT"),
          new Attribute(2, "log_cnt", PgTypes.INT8, -1, true, null, false, "BIGINT"),
          new Attribute(3, "is_called", PgTypes.BOOL, -1, true, null, false, "BOOLEAN"));

  /** The engine's catalog tells generated columns only in the table's SQL. */
  private Set<String> generatedColumns() throws SQLException {
    List<Long> tables = new ArrayList<>();
    query(
        "SELECT table_oid FROM duckdb_tables() WHERE contains(sql, ' GENERATED ALWAYS AS(')",
        row -> tables.add(row.getLong(1)));
    Set<String> generated = new HashSet<>();
    if (!tables.isEmpty()) {
      query(
          "SELECT c.schema_name, c.table_name, c.column_name FROM duckdb_tables() t "
              + "JOIN duckdb_columns() c USING (table_oid) WHERE contains(t.sql, c.column_name "
              + "|| ' ' || c.data_type || ' GENERATED ALWAYS AS(') "
              + "OR contains(t.sql, '\"' || replace(c.column_name, '\"', '\"\"') || '\" ' "
              + "|| c.data_type || ' GENERATED ALWAYS AS(')",
          row -> generated.add(key(row.getString(1), row.getString(2), row.getString(3))));
    }
    return generated;
  }

  /** A column as it was declared; of a domain's it is the base type that counts. */
  static Attribute attribute(
      UserTypes types,
      int number,
      String name,
      PgType declared,
      int typmod,
      boolean notNull,
      String defaultExpression,
      boolean generated,
      String engineType,
      String identity) {
    boolean isDomain = declared != null && declared.kind() == TypeKind.DOMAIN;
    return new Attribute(
        number,
        name,
        isDomain ? types.byOid(declared.baseOid()) : declared,
        isDomain ? declared.baseTypmod() : typmod,
        notNull,
        defaultExpression,
        generated,
        engineType,
        identity.isEmpty() ? null : identity.charAt(0),
        isDomain ? declared : null);
  }

  private static String key(String schema, String table, String column) {
    return schema + "\0" + table + "\0" + column;
  }

  private void add(Relation relation) {
    relationsByOid.put(relation.oid(), relation);
    relations
        .computeIfAbsent(relation.schema(), schema -> new HashMap<>())
        .put(relation.name(), relation);
  }

  static String schema(String engineSchema, boolean temporary) {
    return temporary ? "pg_temp" : EngineNames.schema(engineSchema);
  }

  static Relation.Kind kind(char relkind) {
    for (Relation.Kind kind : Relation.Kind.values()) {
      if (kind.code() == relkind) {
        return kind;
      }
    }
    throw new IllegalStateException("relkind " + relkind);
  }

  /** Takes a row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
