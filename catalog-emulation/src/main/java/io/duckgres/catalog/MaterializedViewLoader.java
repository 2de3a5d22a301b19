package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.MaterializedView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what materialized views are filled by, by schema and name. */
final class MaterializedViewLoader {
  private MaterializedViewLoader() {}

  static Map<List<String>, MaterializedView> load(Connection connection, InstanceNames names)
      throws SQLException {
    Map<List<String>, MaterializedView> views = new HashMap<>();
    String sql =
        "SELECT schema_name, view_name, definition, engine_query, is_populated FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".materialized_views";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        views.put(
            List.of(EngineNames.schema(row.getString(1)), row.getString(2)),
            new MaterializedView(row.getString(3), row.getString(4), row.getBoolean(5)));
      }
    }
    return views;
  }
}
