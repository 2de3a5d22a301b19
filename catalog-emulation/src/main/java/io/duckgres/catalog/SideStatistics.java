package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.StatisticsObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statistics objects in the side schema. */
record SideStatistics(SideSql sql, SideObjects objects) {
  static final String TABLE =
      "statistics(schema_name VARCHAR NOT NULL, statistics_name VARCHAR NOT NULL, "
          + "table_schema VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
          + "kinds VARCHAR[] NOT NULL, column_names VARCHAR[] NOT NULL, "
          + "expressions VARCHAR[] NOT NULL, target INTEGER)";

  List<String> changed(StatisticsObject before, StatisticsObject after) {
    List<String> statements = new ArrayList<>();
    if (before != null) {
      statements.add(sql.delete("statistics", "statistics_name", before.schema(), before.name()));
      statements.add(
          after == null
              ? objects.gone(SideObjects.STATISTICS, before.schema(), "", before.name())
              : objects.moved(
                  SideObjects.STATISTICS,
                  before.schema(),
                  before.name(),
                  after.schema(),
                  after.name()));
    }
    if (after != null) {
      statements.add(objects.present(SideObjects.STATISTICS, after.schema(), "", after.name()));
      statements.add(
          "INSERT INTO "
              + sql.side()
              + ".statistics VALUES ("
              + String.join(
                  ", ",
                  SideSql.schemaLiteral(after.schema()),
                  literal(after.name()),
                  SideSql.schemaLiteral(after.tableSchema()),
                  literal(after.table()),
                  SideSql.texts(after.kinds()),
                  SideSql.texts(after.columns()),
                  SideSql.texts(after.expressions()),
                  after.target() == null ? "NULL" : after.target().toString())
              + ")");
    }
    return statements;
  }

  /** A table is gone, and with it what is told of it. */
  List<String> relationDropped(String schema, String table) {
    return gone(of(schema, table));
  }

  /** A column is gone, and with it the objects that are about it. */
  List<String> columnDropped(String schema, String table, String column) {
    return gone(of(schema, table) + " AND list_contains(column_names, " + literal(column) + ")");
  }

  /** A schema is gone; before the other rows about it are. */
  List<String> schemaDropped(String schema) {
    return gone("table_schema = " + SideSql.schemaLiteral(schema));
  }

  private List<String> gone(String condition) {
    return List.of(
        "DELETE FROM "
            + sql.side()
            + ".objects WHERE class = 'x' AND (schema_name, object_name) IN "
            + "(SELECT (schema_name, statistics_name) FROM "
            + sql.side()
            + ".statistics WHERE "
            + condition
            + ")",
        "DELETE FROM " + sql.side() + ".statistics WHERE " + condition);
  }

  String relationRenamed(String schema, String from, String to) {
    return sql.update("statistics", "table_name = " + literal(to), of(schema, from));
  }

  String columnRenamed(String schema, String table, String from, String to) {
    return sql.update(
        "statistics", SideRenames.replaced("column_names", from, to), of(schema, table));
  }

  private static String of(String schema, String table) {
    return "table_schema = "
        + SideSql.schemaLiteral(schema)
        + " AND table_name = "
        + literal(table);
  }

  /** All of them. */
  static List<StatisticsObject> load(Connection connection, InstanceNames names)
      throws SQLException {
    List<StatisticsObject> objects = new ArrayList<>();
    String select =
        "SELECT schema_name, statistics_name, table_schema, table_name, kinds, column_names, "
            + "expressions, target FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".statistics";
    try (PreparedStatement statement = connection.prepareStatement(select);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        objects.add(
            new StatisticsObject(
                EngineNames.schema(row.getString(1)),
                row.getString(2),
                EngineNames.schema(row.getString(3)),
                row.getString(4),
                StoredTableLoader.strings(row.getArray(5)),
                StoredTableLoader.strings(row.getArray(6)),
                StoredTableLoader.strings(row.getArray(7)),
                (Integer) row.getObject(8)));
      }
    }
    return List.copyOf(objects);
  }
}
