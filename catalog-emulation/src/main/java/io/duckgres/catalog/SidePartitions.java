package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.Partition;
import io.duckgres.transpiler.catalog.PartitionedTable;
import io.duckgres.transpiler.catalog.Partitions;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Partitioned tables and their partitions in the side schema. */
record SidePartitions(String side) {
  static final String TABLES =
      "partitioned_tables(schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
          + "strategy VARCHAR NOT NULL, key_texts VARCHAR[] NOT NULL, "
          + "key_columns VARCHAR[] NOT NULL)";

  static final String PARTITIONS =
      "partitions(schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
          + "parent_schema VARCHAR NOT NULL, parent_name VARCHAR NOT NULL, "
          + "kind VARCHAR NOT NULL, bound_values VARCHAR[] NOT NULL, "
          + "upper_values VARCHAR[] NOT NULL, bound VARCHAR NOT NULL)";

  List<String> partitioned(PartitionedTable table) {
    return List.of(
        "INSERT INTO "
            + side
            + ".partitioned_tables VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(table.schema()),
                literal(table.name()),
                literal(String.valueOf(table.strategy())),
                SideSql.texts(table.keys()),
                SideSql.texts(table.columns()))
            + ")");
  }

  List<String> added(Partition partition) {
    return List.of(
        "INSERT INTO "
            + side
            + ".partitions VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(partition.schema()),
                literal(partition.name()),
                SideSql.schemaLiteral(partition.parentSchema()),
                literal(partition.parent()),
                literal(String.valueOf(partition.kind())),
                SideSql.texts(partition.values()),
                SideSql.texts(partition.upper()),
                literal(partition.bound()))
            + ")");
  }

  List<String> removed(Partition partition) {
    return List.of(
        new SideSql(side).delete("partitions", "table_name", partition.schema(), partition.name()));
  }

  /** What is kept of a table that is dropped. */
  List<String> forgotten(String schema, String table) {
    return List.of(
        new SideSql(side).delete("partitioned_tables", "table_name", schema, table),
        "DELETE FROM "
            + side
            + ".partitions WHERE parent_schema = "
            + SideSql.schemaLiteral(schema)
            + " AND parent_name = "
            + literal(table));
  }

  /** What follows a table's new name. */
  List<String> renamed(String schema, String from, String to) {
    return List.of(
        new SideSql(side)
            .update(
                "partitioned_tables", "table_name = " + literal(to), "table_name", schema, from),
        new SideSql(side)
            .update("partitions", "table_name = " + literal(to), "table_name", schema, from),
        "UPDATE "
            + side
            + ".partitions SET parent_name = "
            + literal(to)
            + " WHERE parent_schema = "
            + SideSql.schemaLiteral(schema)
            + " AND parent_name = "
            + literal(from));
  }

  static Partitions load(Connection connection, InstanceNames names) throws SQLException {
    String side = SideSchema.qualifiedName(names.engineDatabase());
    List<PartitionedTable> tables = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT schema_name, table_name, strategy, key_texts, key_columns FROM "
                    + side
                    + ".partitioned_tables");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tables.add(
            new PartitionedTable(
                EngineNames.schema(row.getString(1)),
                row.getString(2),
                row.getString(3).charAt(0),
                strings(row.getArray(4)),
                strings(row.getArray(5))));
      }
    }
    return tables.isEmpty()
        ? Partitions.NONE
        : new Partitions(tables, partitions(connection, side));
  }

  private static List<Partition> partitions(Connection connection, String side)
      throws SQLException {
    List<Partition> partitions = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT schema_name, table_name, parent_schema, parent_name, kind, bound_values, "
                    + "upper_values, bound FROM "
                    + side
                    + ".partitions ORDER BY rowid");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        partitions.add(
            new Partition(
                EngineNames.schema(row.getString(1)),
                row.getString(2),
                EngineNames.schema(row.getString(3)),
                row.getString(4),
                row.getString(5).charAt(0),
                strings(row.getArray(6)),
                strings(row.getArray(7)),
                row.getString(8)));
      }
    }
    return partitions;
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      strings.add((String) element);
    }
    return strings;
  }
}
