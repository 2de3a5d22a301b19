package io.duckgres.compat.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small statements, where the way there and back is most of the time. */
final class StatementCases {
  private static final String GROUP = "statements";
  static final Measure SELECT_ONE = Measure.milliseconds(GROUP, "`SELECT 1`, simple");
  static final Measure POINT = Measure.milliseconds(GROUP, "row by primary key, prepared");
  static final Measure AGGREGATE = Measure.milliseconds(GROUP, "aggregate over all rows");
  static final Measure LONG = Measure.milliseconds(GROUP, "statement of 80 CASEs, not prepared");
  private static final Measure CONNECT =
      Measure.milliseconds("connections", "connect, `SELECT 1`, close");

  static final String POINT_SQL = "SELECT * FROM " + BenchTables.ROWS + " WHERE id = ?";
  static final String AGGREGATE_SQL =
      "SELECT g, count(*), sum(a), avg(b) FROM " + BenchTables.ROWS + " GROUP BY g ORDER BY g";
  static final String LONG_SQL =
      IntStream.range(0, 80)
          .mapToObj(i -> "CASE WHEN id % " + (i + 2) + " = 0 THEN a + " + i + " ELSE " + i + " END")
          .collect(
              Collectors.joining(
                  ", ", "SELECT ", " FROM " + BenchTables.ROWS + " WHERE id = 4711"));

  private StatementCases() {}

  static void connect(Target target, Loop loop, Figures figures) throws Exception {
    figures.add(
        target.name(),
        CONNECT,
        loop.milliseconds(
            () -> {
              try (Connection connection = target.connect();
                  Statement statement = connection.createStatement()) {
                read(statement.executeQuery("SELECT 1"));
              }
            }));
  }

  static void run(Target target, int rows, Loop loop, Figures figures) throws Exception {
    try (Connection connection = target.connect("simple", false);
        Statement statement = connection.createStatement()) {
      figures.add(
          target.name(),
          SELECT_ONE,
          loop.milliseconds(() -> read(statement.executeQuery("SELECT 1"))));
      figures.add(
          target.name(), LONG, loop.milliseconds(() -> read(statement.executeQuery(LONG_SQL))));
    }
    try (Connection connection = target.connect()) {
      figures.add(target.name(), POINT, loop.milliseconds(point(connection, rows)));
      try (PreparedStatement aggregate = connection.prepareStatement(AGGREGATE_SQL)) {
        figures.add(
            target.name(), AGGREGATE, loop.milliseconds(() -> read(aggregate.executeQuery())));
      }
    }
  }

  /** Look-ups of rows by their key; the statement lives as long as its connection. */
  static Loop.Work point(Connection connection, int rows) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(POINT_SQL);
    Random random = new Random(rows);
    return () -> {
      statement.setInt(1, 1 + random.nextInt(rows));
      read(statement.executeQuery());
    };
  }

  static int read(ResultSet results) throws SQLException {
    int rows = 0;
    try (results) {
      while (results.next()) {
        rows++;
      }
    }
    if (rows == 0) {
      throw new IllegalStateException("no rows");
    }
    return rows;
  }
}
