package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Connections by PostgreSQL's JDBC driver, over TLS. */
public final class JdbcConnections {
  private JdbcConnections() {}

  /**
   * Opens one.
   *
   * @param settings the driver's, besides those that the endpoint gives
   */
  public static Connection open(Endpoint endpoint, Map<String, String> settings)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", endpoint.user());
    properties.setProperty("password", endpoint.password());
    properties.setProperty("sslmode", "require");
    properties.putAll(settings);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s"
            .formatted(endpoint.host(), endpoint.port(), endpoint.database()),
        properties);
  }
}
