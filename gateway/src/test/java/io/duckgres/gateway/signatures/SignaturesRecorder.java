package io.duckgres.gateway.signatures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records the types that PostgreSQL gives to the queries that {@code statements.sql} makes from its
 * catalog. Run by hand, with the file to write as its argument.
 */
public final class SignaturesRecorder {
  private SignaturesRecorder() {}

  /** Writes the file. */
  public static void main(String[] arguments) throws Exception {
    String query;
    try (BufferedReader in = Signature.resource("statements.sql")) {
      query = in.lines().collect(Collectors.joining("\n"));
    }
    List<String> lines = new ArrayList<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        String text = rows.getString(3);
        lines.add(
            new Signature(rows.getString(1), rows.getString(2), text, result(connection, text))
                .line());
      }
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static String result(Connection connection, String query) {
    // Operators with a question mark are doubled for the driver.
    try (PreparedStatement prepared = connection.prepareStatement(query.replace("?", "??"))) {
      ResultSetMetaData columns = prepared.getMetaData();
      return columns.getColumnName(1) + ":" + columns.getColumnTypeName(1);
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
