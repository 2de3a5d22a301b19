package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.ViewDependency;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what users' views read. */
final class ViewDependencyLoader {
  private ViewDependencyLoader() {}

  static List<ViewDependency> load(Connection connection, InstanceNames names) throws SQLException {
    List<ViewDependency> dependencies = new ArrayList<>();
    String sql =
        "SELECT schema_name, view_name, referenced_schema, referenced_name, column_names FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".view_dependencies";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        dependencies.add(
            new ViewDependency(
                EngineNames.schema(row.getString(1)),
                row.getString(2),
                EngineNames.schema(row.getString(3)),
                row.getString(4),
                StoredTableLoader.strings(row.getArray(5))));
      }
    }
    return List.copyOf(dependencies);
  }
}
