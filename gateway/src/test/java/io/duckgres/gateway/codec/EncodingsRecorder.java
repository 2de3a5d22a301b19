package io.duckgres.gateway.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records what PostgreSQL's output and send functions give for the {@link EncodingCases}, and what
 * its input functions make of the {@link InputCases}. Run by hand, with the directory to write to
 * as its argument, when cases are added.
 */
public final class EncodingsRecorder {
  private EncodingsRecorder() {}

  /** Writes the files. */
  public static void main(String[] arguments) throws Exception {
    List<Map<String, Object>> encodings = new ArrayList<>();
    List<Map<String, Object>> inputs = new ArrayList<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (EncodingCases.Case one : EncodingCases.all()) {
        encodings.add(record(statement, one));
      }
      for (InputCases.Group group : InputCases.all()) {
        for (String text : group.texts()) {
          inputs.add(record(connection, group, text));
        }
      }
    }
    write(encodings, Path.of(arguments[0], "encodings.json"));
    write(inputs, Path.of(arguments[0], "inputs.json"));
  }

  private static void write(List<Map<String, Object>> rows, Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), rows);
  }

  private static Map<String, Object> record(
      Connection connection, InputCases.Group group, String text) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", group.type());
    row.put("settings", new TreeMap<>(group.settings()));
    row.put("input", text);
    String settings = "WITH s AS MATERIALIZED (SELECT " + settings(group.settings()) + ") ";
    try (PreparedStatement error =
        connection.prepareStatement(
            settings + "SELECT e.* FROM s, LATERAL pg_input_error_info(?, ?) e")) {
      error.setString(1, text);
      error.setString(2, group.type());
      try (ResultSet result = error.executeQuery()) {
        result.next();
        if (result.getString("message") != null) {
          row.put("state", result.getString("sql_error_code"));
          row.put("message", result.getString("message"));
          row.put("detail", result.getString("detail"));
          row.put("hint", result.getString("hint"));
          return row;
        }
      }
    }
    try (PreparedStatement value =
        connection.prepareStatement(
            settings + "SELECT format('%s', t.v::" + group.type() + ") FROM s, (SELECT ?) t(v)")) {
      value.setString(1, text);
      try (ResultSet result = value.executeQuery()) {
        result.next();
        row.put("output", result.getString(1));
      }
    }
    return row;
  }

  private static Map<String, Object> record(Statement statement, EncodingCases.Case one)
      throws SQLException {
    String value = "(" + one.expression() + ")::" + one.type();
    String typeOid = "pg_typeof(" + value + ")::oid";
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("expression", value);
    String send;
    try (ResultSet type =
        statement.executeQuery(
            "SELECT " + typeOid + "::int8, typsend::text FROM pg_type WHERE oid = " + typeOid)) {
      type.next();
      row.put("oid", type.getLong(1));
      send = type.getString(2);
    }
    row.put("typmod", typmod(one.type()));
    row.put("settings", new TreeMap<>(one.settings()));
    try (ResultSet encoded =
        statement.executeQuery(
            "WITH s AS MATERIALIZED (SELECT "
                + settings(one.settings())
                + ") SELECT CASE WHEN v IS NOT NULL THEN format('%s', v) END, encode("
                + send
                + "(v), 'hex') FROM s, (SELECT "
                + value
                + ") t(v)")) {
      encoded.next();
      row.put("text", encoded.getString(1));
      row.put("binary", encoded.getString(2));
    }
    return row;
  }

  /** Sets parameters for one statement alone: the driver insists on some of them otherwise. */
  private static String settings(Map<String, String> settings) {
    StringBuilder calls = new StringBuilder("set_config('TimeZone', 'UTC', true)");
    settings.forEach(
        (name, value) -> calls.append(", set_config('" + name + "', '" + value + "', true)"));
    return calls.toString();
  }

  /** The modifier of a type as it is written. */
  private static int typmod(String type) {
    int open = type.indexOf('(');
    if (open < 0) {
      return -1;
    }
    String[] numbers = type.substring(open + 1, type.indexOf(')')).split(",");
    int first = Integer.parseInt(numbers[0]);
    if (type.startsWith("numeric")) {
      return io.duckgres.pgtype.Typmods.numeric(first, Integer.parseInt(numbers[1]));
    }
    return type.startsWith("bit") ? first : io.duckgres.pgtype.Typmods.characters(first);
  }
}
