package io.duckgres.compat.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.compat.Resources;
import io.duckgres.compat.server.JdbcConnections;
import io.duckgres.compat.server.ServerUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Calls of immutable and stable functions, operators and casts with two samples of arguments each:
 * zero, negative, empty, long, infinite, before Christ. The answers were recorded on PostgreSQL
 * 17.10: {@code =} and a value, {@code \N} for NULL, {@code !} and an SQLSTATE.
 */
class SampledValuesIT {
  private static final String ZONE = "America/New_York";

  @Test
  void valuesArePostgres() throws SQLException, IOException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = '" + ZONE + "'");
      for (String line :
          Files.readAllLines(
              Resources.path("values").resolve("samples.tsv"), StandardCharsets.UTF_8)) {
        int tab = line.indexOf('\t');
        String answer = answer(statement, line.substring(0, tab));
        if (!answer.equals(line.substring(tab + 1))) {
          differences.add(line + " but " + answer);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String answer(Statement statement, String query) {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      String value = rows.getString(1);
      return value == null ? "\\N" : "=" + value;
    } catch (SQLException e) {
      return "!" + e.getSQLState();
    }
  }

  private static Connection connect() throws SQLException {
    return JdbcConnections.open(ServerUnderTest.endpoint(), Map.of("preferQueryMode", "simple"));
  }
}
