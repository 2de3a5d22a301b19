package io.duckgres.catalog;

import java.util.ArrayList;
import java.util.List;

/** What the side schema knows of the objects of a whole schema. */
record SideSchemas(String side, SideObjects objects) {
  /** Those whose rows are each about an object of a schema. */
  private static final List<String> TABLES =
      List.of(
          "column_types",
          "domains",
          "constraint_names",
          "foreign_keys",
          "comments",
          "view_definitions",
          "view_options",
          "indexes",
          "view_dependencies",
          "materialized_views",
          "privileges",
          "routines",
          "routine_users",
          "partitioned_tables",
          "partitions",
          "sequences",
          "statistics");

  List<String> dropped(String schema) {
    List<String> statements = new ArrayList<>();
    for (String table : TABLES) {
      statements.add(
          "DELETE FROM "
              + side
              + "."
              + table
              + " WHERE schema_name = "
              + SideSql.schemaLiteral(schema));
    }
    statements.add(
        "DELETE FROM "
            + side
            + ".foreign_keys WHERE referenced_schema = "
            + SideSql.schemaLiteral(schema));
    statements.add(objects.schemaGone(schema));
    return statements;
  }
}
