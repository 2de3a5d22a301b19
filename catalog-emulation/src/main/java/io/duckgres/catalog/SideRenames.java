package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.QuotedIdentifiers;
import java.util.ArrayList;
import java.util.List;

/** What the side schema knows of an object follows the object's new name. */
final class SideRenames {
  private final SideSql sql;

  SideRenames(SideSql sql) {
    this.sql = sql;
  }

  /** Of a column. */
  List<String> column(String schema, String table, String from, String to) {
    return List.of(
        sql.update("column_types", "column_name = " + literal(to), "relation_name", schema, table)
            + " AND column_name = "
            + literal(from),
        // The engine's own text, which follows the name, stands for a check's from now on.
        sql.update(
            "constraint_names",
            "definition = NULL, " + replaced("column_names", from, to),
            "table_name",
            schema,
            table),
        sql.update(
            "partitioned_tables",
            replaced("key_columns", from, to)
                + ", "
                + replaced("key_texts", QuotedIdentifiers.quote(from), QuotedIdentifiers.quote(to)),
            "table_name",
            schema,
            table),
        sql.update("sequences", "column_name = " + literal(to), "table_name", schema, table)
            + " AND column_name = "
            + literal(from),
        sql.update(
            "foreign_keys",
            replaced("column_names", from, to) + ", " + replaced("set_column_names", from, to),
            "table_name",
            schema,
            table),
        sql.update(
            "foreign_keys",
            replaced("referenced_column_names", from, to),
            referenced("referenced_table", schema, table)),
        sql.update(
            "view_dependencies",
            replaced("column_names", from, to),
            referenced("referenced_name", schema, table)),
        sql.update(
            "indexes",
            replaced("key_columns", from, to) + ", " + replaced("included", from, to),
            "table_name",
            schema,
            table));
  }

  /** Of a table, view or sequence. */
  List<String> relation(String engineDatabase, String schema, String from, String to) {
    String newName = literal(to);
    List<String> statements =
        new ArrayList<>(new SidePartitions(sql.side()).renamed(schema, from, to));
    statements.addAll(others(newName, engineDatabase, schema, from));
    return statements;
  }

  private List<String> others(String newName, String engineDatabase, String schema, String from) {
    return List.of(
        sql.update("column_types", "relation_name = " + newName, "relation_name", schema, from),
        sql.update("constraint_names", "table_name = " + newName, "table_name", schema, from),
        sql.update("comments", "object_name = " + newName, "object_name", schema, from),
        sql.update("sequences", "table_name = " + newName, "table_name", schema, from),
        sql.update("foreign_keys", "table_name = " + newName, "table_name", schema, from),
        sql.update(
            "foreign_keys",
            "referenced_table = " + newName,
            referenced("referenced_table", schema, from)),
        sql.update("view_dependencies", "view_name = " + newName, "view_name", schema, from),
        sql.update("view_options", "view_name = " + newName, "view_name", schema, from),
        sql.update("materialized_views", "view_name = " + newName, "view_name", schema, from),
        sql.update("routine_users", "object_name = " + newName, "object_name", schema, from),
        sql.update("privileges", "object_name = " + newName, "object_name", schema, from),
        sql.update("indexes", "table_name = " + newName, "table_name", schema, from),
        sql.update(
            "view_dependencies",
            "referenced_name = " + newName,
            referenced("referenced_name", schema, from)),
        sql.update(
            "view_definitions",
            "view_name = "
                + newName
                + ", engine_sql = coalesce((SELECT any_value(sql) FROM duckdb_views() v "
                + "WHERE v.database_name = "
                + literal(engineDatabase)
                + " AND v.schema_name = "
                + SideSql.schemaLiteral(schema)
                + " AND v.view_name = "
                + newName
                + "), '')",
            "view_name",
            schema,
            from));
  }

  /** The change of a list of columns in which one has another name. */
  static String replaced(String list, String from, String to) {
    return list
        + " = list_transform("
        + list
        + ", lambda c: CASE WHEN c = "
        + literal(from)
        + " THEN "
        + literal(to)
        + " ELSE c END)";
  }

  private static String referenced(String nameColumn, String schema, String table) {
    return "referenced_schema = "
        + SideSql.schemaLiteral(schema)
        + " AND "
        + nameColumn
        + " = "
        + literal(table);
  }
}
