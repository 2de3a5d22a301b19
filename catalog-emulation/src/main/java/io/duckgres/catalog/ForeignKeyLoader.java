package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.ForeignKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the foreign keys that are kept beside the engine's catalog. */
final class ForeignKeyLoader {
  private ForeignKeyLoader() {}

  /** All that are recorded, the oldest first. */
  static List<ForeignKey> load(Connection connection, InstanceNames names) throws SQLException {
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
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }
}
