package io.duckgres.compat.cases;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What plain DuckDB makes of a case, to show what the server adds. An error of PostgreSQL counts as
 * answered when DuckDB refuses the statement, too; DuckDB has no SQLSTATEs to compare.
 */
final class DuckDbAlone {

  /** How DuckDB's answers compare with PostgreSQL's. */
  enum Verdict {
    /** Names, types and values are PostgreSQL's. */
    SAME,
    /** It answers, but not as PostgreSQL does. */
    DIFFERENT,
    /** It refuses what PostgreSQL accepts. */
    REFUSED
  }

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("BOOLEAN", "bool"),
          Map.entry("SMALLINT", "int2"),
          Map.entry("INTEGER", "int4"),
          Map.entry("BIGINT", "int8"),
          Map.entry("FLOAT", "float4"),
          Map.entry("DOUBLE", "float8"),
          Map.entry("VARCHAR", "text"),
          Map.entry("DATE", "date"),
          Map.entry("TIME", "time"),
          Map.entry("TIMESTAMP", "timestamp"),
          Map.entry("TIMESTAMP WITH TIME ZONE", "timestamptz"),
          Map.entry("INTERVAL", "interval"),
          Map.entry("UUID", "uuid"),
          Map.entry("JSON", "json"),
          Map.entry("BLOB", "bytea"));

  private DuckDbAlone() {}

  /**
   * @param answers PostgreSQL's answers in a text mode
   */
  static Verdict judge(Case subject, List<Answer> answers) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (String setup : subject.setup()) {
        execute(connection, setup);
      }
      Verdict verdict = Verdict.SAME;
      for (int i = 0; i < answers.size(); i++) {
        Verdict next = judge(connection, subject.statements().get(i), answers.get(i));
        if (next.compareTo(verdict) > 0) {
          verdict = next;
        }
      }
      return verdict;
    } catch (SQLException e) {
      return Verdict.REFUSED;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Verdict judge(Connection connection, Statement statement, Answer answer) {
    boolean refused = answer.error().isPresent();
    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      bind(prepared, statement);
      boolean rows = prepared.execute();
      if (refused) {
        return Verdict.DIFFERENT;
      }
      return same(prepared, rows, answer) ? Verdict.SAME : Verdict.DIFFERENT;
    } catch (SQLException | RuntimeException e) {
      return refused ? Verdict.SAME : Verdict.REFUSED;
    }
  }

  private static void bind(PreparedStatement prepared, Statement statement) throws SQLException {
    if (statement.hasParameters()) {
      for (int i = 0; i < statement.values().size(); i++) {
        prepared.setString(i + 1, statement.values().get(i));
      }
    }
  }

  private static boolean same(PreparedStatement prepared, boolean rows, Answer answer)
      throws SQLException {
    if (answer.results().size() != 1) {
      return false;
    }
    Answer.Result expected = answer.results().get(0);
    if (expected.columns().isEmpty()) {
      return true;
    }
    if (!rows) {
      return false;
    }
    try (ResultSet results = prepared.getResultSet()) {
      return columns(results.getMetaData())
              .equals(
                  expected.columns().stream()
                      .map(column -> column.name() + " " + column.type())
                      .toList())
          && sorted(rows(results)).equals(sorted(expected.rows()));
    }
  }

  private static List<String> columns(ResultSetMetaData metadata) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(metadata.getColumnLabel(i) + " " + type(metadata.getColumnTypeName(i)));
    }
    return columns;
  }

  private static String type(String name) {
    if (name.endsWith("[]")) {
      return type(name.substring(0, name.length() - 2)) + "[]";
    }
    return name.startsWith("DECIMAL") ? "numeric" : TYPES.getOrDefault(name, name);
  }

  private static List<List<String>> rows(ResultSet results) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (results.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
        row.add(show(results.getObject(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> sorted(List<List<String>> rows) {
    return rows.stream().sorted(Comparator.comparing(List::toString)).toList();
  }

  /** DuckDB's own text, in PostgreSQL's spelling where only the driver's objects differ. */
  private static String show(Object value) throws SQLException {
    if (value == null) {
      return null;
    }
    if (value instanceof Boolean truth) {
      return truth ? "t" : "f";
    }
    if (value instanceof Timestamp timestamp) {
      String text = timestamp.toString();
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
    if (value instanceof Array array) {
      List<String> elements = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        elements.add(element == null ? "NULL" : show(element));
      }
      return "{" + String.join(",", elements) + "}";
    }
    return value.toString();
  }
}
