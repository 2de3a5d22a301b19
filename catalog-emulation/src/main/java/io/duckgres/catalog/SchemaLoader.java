package io.duckgres.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the schemas of the user's database and the session's temporary one. */
final class SchemaLoader {
  /** Key of what it reads. */
  static final String READS = "engine.namespaces";

  private SchemaLoader() {}

  /** OIDs by name, without the schemas of PostgreSQL itself. */
  static Map<String, Integer> load(Connection connection) throws SQLException {
    Map<String, Integer> schemas = new LinkedHashMap<>();
    schemas.put("public", 2200);
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT oid, nspname FROM duckgres.engine_.namespaces");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        schemas.put(row.getString(2), row.getInt(1));
      }
    }
    return schemas;
  }

  /** Whether clients see a schema of this name, if there is one. */
  static boolean isVisible(String schema) {
    return !schema.equals(EngineNames.MAIN) && !schema.equals(EngineNames.SIDE_SCHEMA);
  }

  /** Names of the schemas in the user's database that clients see. */
  static Set<String> names(Connection connection, InstanceNames names) throws SQLException {
    Set<String> found = new HashSet<>();
    found.add("public");
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT schema_name FROM duckdb_schemas() WHERE database_name = $1 AND NOT internal")) {
      statement.setString(1, names.engineDatabase());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (isVisible(row.getString(1))) {
            found.add(row.getString(1));
          }
        }
      }
    }
    return found;
  }
}
