package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDefinition.CheckOption;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How views are changed through, in the side schema. */
record SideViews(String side) {
  static final String OPTIONS =
      "view_options(schema_name VARCHAR NOT NULL, view_name VARCHAR NOT NULL, "
          + "search_path VARCHAR[] NOT NULL, check_option VARCHAR NOT NULL, "
          + "updatable_columns VARCHAR[])";

  String created(String engineDatabase, String schema, String view, String definition) {
    return "INSERT INTO "
        + side
        + ".view_definitions SELECT schema_name, view_name, "
        + literal(definition)
        + ", sql FROM duckdb_views() WHERE database_name = "
        + literal(engineDatabase)
        + " AND "
        + SideSql.named("view_name", schema, view);
  }

  List<String> defined(String schema, String view, ViewDefinition definition) {
    return List.of(
        new SideSql(side).delete("view_options", "view_name", schema, view),
        "INSERT INTO "
            + side
            + ".view_options VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(schema),
                literal(view),
                SideSql.texts(definition.searchPath()),
                literal(definition.checkOption().name()),
                definition.updatable() == null ? "NULL" : SideSql.texts(definition.updatable()))
            + ")");
  }

  List<String> rewritten(String engineDatabase, String schema, String view, String definition) {
    return List.of(
        new SideSql(side)
            .update(
                "view_definitions",
                "definition = "
                    + literal(definition)
                    + ", engine_sql = coalesce((SELECT any_value(sql) FROM duckdb_views() v "
                    + "WHERE v.database_name = "
                    + literal(engineDatabase)
                    + " AND v.schema_name = "
                    + SideSql.schemaLiteral(schema)
                    + " AND v.view_name = "
                    + literal(view)
                    + "), '')",
                "view_name",
                schema,
                view));
  }

  List<String> reads(String schema, String view, List<ViewDependency> dependencies) {
    List<String> statements = new ArrayList<>();
    statements.add(new SideSql(side).delete("view_dependencies", "view_name", schema, view));
    for (ViewDependency dependency : dependencies) {
      statements.add(
          "INSERT INTO "
              + side
              + ".view_dependencies VALUES ("
              + String.join(
                  ", ",
                  SideSql.schemaLiteral(schema),
                  literal(view),
                  SideSql.schemaLiteral(dependency.referencedSchema()),
                  literal(dependency.referenced()),
                  SideSql.texts(dependency.columns()))
              + ")");
    }
    return statements;
  }

  List<String> materialized(String schema, String name, MaterializedView view) {
    return List.of(
        new SideSql(side).delete("materialized_views", "view_name", schema, name),
        "INSERT INTO "
            + side
            + ".materialized_views VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(schema),
                literal(name),
                literal(view.definition()),
                literal(view.engineQuery()),
                Boolean.toString(view.populated()))
            + ")");
  }

  /** Null when nothing is kept, or the engine's view is not the one that it is kept of. */
  static ViewDefinition load(Connection connection, InstanceNames names, Relation view)
      throws SQLException {
    String side = SideSchema.qualifiedName(names.engineDatabase());
    String sql =
        "SELECT d.definition, o.search_path, o.check_option, o.updatable_columns FROM "
            + side
            + ".view_definitions d JOIN "
            + side
            + ".view_options o USING (schema_name, view_name) JOIN duckdb_views() v "
            + "ON v.schema_name = d.schema_name AND v.view_name = d.view_name "
            + "AND v.sql = d.engine_sql AND v.database_name = $1 "
            + "WHERE d.schema_name = $2 AND d.view_name = $3 "
            + "UNION ALL SELECT m.definition, o.search_path, o.check_option, NULL FROM "
            + side
            + ".materialized_views m JOIN "
            + side
            + ".view_options o USING (schema_name, view_name) "
            + "WHERE m.schema_name = $2 AND m.view_name = $3";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, names.engineDatabase());
      statement.setString(2, EngineNames.engineSchema(view.schema()));
      statement.setString(3, view.name());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new ViewDefinition(
                row.getString(1),
                strings(row.getArray(2)),
                CheckOption.valueOf(row.getString(3)),
                strings(row.getArray(4)))
            : null;
      }
    }
  }

  /** The engine's comments of a view, under the empty name, and of its columns. */
  static Map<String, String> comments(Connection connection, Relation view) throws SQLException {
    Map<String, String> comments = new LinkedHashMap<>();
    String sql =
        "SELECT '', comment FROM duckdb_views() WHERE database_name = $1 AND schema_name = $2 "
            + "AND view_name = $3 AND comment IS NOT NULL "
            + "UNION ALL SELECT column_name, comment FROM duckdb_columns() "
            + "WHERE database_name = $1 AND schema_name = $2 AND table_name = $3 "
            + "AND comment IS NOT NULL";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < 3; i++) {
        statement.setString(i + 1, view.engineName().get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          comments.put(row.getString(1), row.getString(2));
        }
      }
    }
    return comments;
  }

  private static List<String> strings(Array array) throws SQLException {
    if (array == null) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      strings.add((String) element);
    }
    return strings;
  }
}
