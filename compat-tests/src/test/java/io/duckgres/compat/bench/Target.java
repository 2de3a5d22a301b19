package io.duckgres.compat.bench;

import io.duckgres.compat.server.JdbcConnections;
import io.duckgres.compat.wire.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A server to measure.
 *
 * @param name as it heads its column
 * @param endpoint where it listens, with TLS
 */
record Target(String name, Endpoint endpoint) {
  /** A connection whose statements are prepared in the server from their first execution on. */
  Connection connect() throws SQLException {
    return connect("extended", true);
  }

  /**
   * A connection.
   *
   * @param mode the driver's query mode
   * @param binary whether values travel in binary where the driver knows how
   */
  Connection connect(String mode, boolean binary) throws SQLException {
    return JdbcConnections.open(
        endpoint,
        Map.of(
            "preferQueryMode",
            mode,
            "prepareThreshold",
            "1",
            "binaryTransfer",
            Boolean.toString(binary)));
  }

  /** Runs statements that nobody measures. */
  void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
