package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the foreign keys that are kept beside the engine's catalog. */
final class ForeignKeyLoader {
  private ForeignKeyLoader() {}

  /**
   * Those whose tables and columns exist, the oldest first.
   *
   * @param relations by schema, then by name
   */
  static List<ForeignKey> load(
      Connection connection, InstanceNames names, Map<String, Map<String, Relation>> relations)
      throws SQLException {
    String sql =
        "SELECT constraint_name, schema_name, table_name, column_names, referenced_schema, "
            + "referenced_table, referenced_column_names, match_type, delete_action, "
            + "update_action, set_column_names, is_deferrable, is_deferred, is_valid FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".foreign_keys ORDER BY position";
    List<ForeignKey> keys = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ForeignKey key =
            new ForeignKey(
                row.getString(1),
                EngineNames.schema(row.getString(2)),
                row.getString(3),
                StoredTableLoader.strings(row.getArray(4)),
                EngineNames.schema(row.getString(5)),
                row.getString(6),
                StoredTableLoader.strings(row.getArray(7)),
                row.getString(8).equals("f"),
                ForeignKey.Action.of(row.getString(9).charAt(0)),
                ForeignKey.Action.of(row.getString(10).charAt(0)),
                StoredTableLoader.strings(row.getArray(11)),
                row.getBoolean(12),
                row.getBoolean(13),
                row.getBoolean(14));
        boolean exists =
            exists(relations, key.schema(), key.table(), key.columns())
                && exists(
                    relations,
                    key.referencedSchema(),
                    key.referencedTable(),
                    key.referencedColumns());
        if (exists) {
          keys.add(key);
        }
      }
    }
    return List.copyOf(keys);
  }

  /** Other DuckDB tools may have dropped what a record tells of. */
  private static boolean exists(
      Map<String, Map<String, Relation>> relations,
      String schema,
      String table,
      List<String> columns) {
    Relation relation = relations.getOrDefault(schema, Map.of()).get(table);
    return relation != null
        && columns.stream().allMatch(column -> relation.attribute(column) != null);
  }
}
