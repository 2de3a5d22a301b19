package io.duckgres.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Brings the side schema up to date with what the engine's own tools and statements did: it
 * registers objects that nobody registered and forgets what is recorded of objects that are gone.
 * It lists all objects, and therefore runs when a database is opened and after statements of the
 * engine's own, not after planned ones, which keep the side schema themselves.
 */
final class ObjectRegister {
  /** Tables of the side schema whose rows belong to relations, with the column of the name. */
  private static final Map<String, String> OF_RELATIONS =
      Map.of(
          "constraint_names", "table_name",
          "foreign_keys", "table_name",
          "indexes", "table_name",
          "view_definitions", "view_name",
          "view_dependencies", "view_name",
          "materialized_views", "view_name",
          "sequences", "sequence_name");

  private final String side;
  private final String database;

  ObjectRegister(InstanceNames names) {
    this.side = SideSchema.qualifiedName(names.engineDatabase());
    this.database = EngineNames.literal(names.engineDatabase());
  }

  /** Does it through a connection, in its transaction. */
  void bringUpToDate(Connection connection) throws SQLException {
    // A relation of the same name and another kind is another object, but one that can't be told.
    run(
        connection,
        "DELETE FROM " + side + ".objects o WHERE class NOT IN ('k', 'i') AND NOT " + there("o"));
    for (Map.Entry<String, String> table : OF_RELATIONS.entrySet()) {
      run(
          connection,
          "DELETE FROM "
              + side
              + "."
              + table.getKey()
              + " x WHERE NOT "
              + hasRelation("x", table.getValue()));
    }
    run(
        connection,
        "DELETE FROM "
            + side
            + ".column_types x WHERE NOT "
            + hasRelation("x", "relation_name")
            + " AND NOT EXISTS (SELECT 1 FROM duckdb_types() t WHERE t.database_name = "
            + database
            + " AND t.schema_name = x.schema_name AND t.type_name = x.relation_name)");
    run(
        connection,
        "DELETE FROM "
            + side
            + ".objects x WHERE class = 'k' AND NOT "
            + hasRelation("x", "table_name"));
    run(
        connection,
        "INSERT INTO "
            + side
            + ".objects SELECT "
            + SideObjects.nextNumber(side)
            + ", class, schema_name, '', object_name, has_generated FROM ("
            + objects()
            + ") x WHERE NOT EXISTS (SELECT 1 FROM "
            + side
            + ".objects o WHERE o.class = x.class"
            + " AND o.schema_name = x.schema_name AND o.object_name = x.object_name)");
  }

  private String hasRelation(String row, String nameColumn) {
    return "EXISTS (SELECT 1 FROM "
        + side
        + ".objects r WHERE r.class = 'r' AND r.schema_name = "
        + row
        + ".schema_name AND r.object_name = "
        + row
        + "."
        + nameColumn
        + ")";
  }

  private String there(String row) {
    return "EXISTS (SELECT 1 FROM ("
        + objects()
        + ") x WHERE x.class = "
        + row
        + ".class AND x.schema_name = "
        + row
        + ".schema_name AND x.object_name = "
        + row
        + ".object_name)";
  }

  /** All of the user's objects but constraints. */
  private String objects() {
    String where =
        " WHERE database_name = "
            + database
            + " AND NOT internal AND schema_name <> '"
            + EngineNames.SIDE_SCHEMA
            + "'";
    return String.join(
        " UNION ALL ",
        List.of(
            "SELECT 'n' AS class, '' AS schema_name, schema_name AS object_name, false AS has_generated FROM duckdb_schemas()"
                + where,
            "SELECT 'r', schema_name, table_name, contains(sql, ' GENERATED ALWAYS AS(') FROM duckdb_tables()"
                + where,
            "SELECT 'r', schema_name, view_name, false FROM duckdb_views()" + where,
            "SELECT 'r', schema_name, sequence_name, false FROM duckdb_sequences()"
                + where.replace(" AND NOT internal", ""),
            "SELECT 'i', schema_name, index_name, false FROM duckdb_indexes()"
                + where.replace(" AND NOT internal", ""),
            "SELECT 't', schema_name, type_name, false FROM duckdb_types()" + where,
            "SELECT DISTINCT 'f', schema_name, function_name, false FROM duckdb_functions()"
                + where
                + " AND function_type IN ('macro', 'table_macro')"));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
