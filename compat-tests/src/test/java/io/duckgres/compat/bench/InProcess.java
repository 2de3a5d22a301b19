package io.duckgres.compat.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** DuckDB in this process, over its own driver: what a server cannot be faster than. */
final class InProcess {
  static final String NAME = "DuckDB in process";

  private InProcess() {}

  static void measure(Path directory, int rows, Loop loop, Figures figures) throws Exception {
    Path file = Files.createTempDirectory(directory, "duckdb").resolve("bench.db");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : BenchTables.make(rows)) {
        statement.execute(sql);
      }
      add(
          figures,
          StatementCases.SELECT_ONE,
          loop.milliseconds(() -> StatementCases.read(statement.executeQuery("SELECT 1"))));
      add(
          figures,
          StatementCases.LONG,
          loop.milliseconds(
              () -> StatementCases.read(statement.executeQuery(StatementCases.LONG_SQL))));
      add(figures, StatementCases.POINT, loop.milliseconds(StatementCases.point(connection, rows)));
      try (PreparedStatement aggregate =
          connection.prepareStatement(StatementCases.AGGREGATE_SQL)) {
        add(
            figures,
            StatementCases.AGGREGATE,
            loop.milliseconds(() -> StatementCases.read(aggregate.executeQuery())));
      }
      try (PreparedStatement insert = connection.prepareStatement(WriteCases.INSERT_SQL)) {
        int[] number = new int[1];
        add(
            figures,
            WriteCases.SINGLE,
            loop.perSecond(
                () -> {
                  WriteCases.bind(insert, number[0]++);
                  insert.executeUpdate();
                }));
      }
    }
  }

  private static void add(Figures figures, Measure measure, double figure) {
    figures.add(NAME, measure, figure);
  }
}
