package io.duckgres.compat.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows one at a time, committed. */
final class WriteCases {
  private static final String GROUP = "writes";
  private static final int BATCH = 100;
  static final String INSERT_SQL = "INSERT INTO " + BenchTables.INSERTED + " VALUES (?, ?, ?, ?)";
  static final Measure SINGLE = Measure.perSecond(GROUP, "INSERT of one row, committed", "rows");
  private static final Measure BATCHED =
      Measure.perSecond(GROUP, "INSERTs in pipelines of 100", "rows");
  private static final Measure CREATE = Measure.perSecond(GROUP, "CREATE TABLE", "tables");

  private WriteCases() {}

  static void run(Target target, Loop loop, Figures figures) throws Exception {
    try (Connection connection = target.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT_SQL)) {
      int[] number = new int[1];
      figures.add(
          target.name(),
          SINGLE,
          loop.perSecond(
              () -> {
                bind(insert, number[0]++);
                insert.executeUpdate();
              }));
      Loop.Work batch =
          () -> {
            for (int i = 0; i < BATCH; i++) {
              bind(insert, number[0]++);
              insert.addBatch();
            }
            insert.executeBatch();
          };
      figures.add(target.name(), BATCHED, loop.perSecond(batch) * BATCH);
    }
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS bench_created CASCADE");
      statement.execute("CREATE SCHEMA bench_created");
      int[] number = new int[1];
      figures.add(
          target.name(),
          CREATE,
          loop.perSecond(
              () ->
                  statement.execute(
                      "CREATE TABLE bench_created.t" + number[0]++ + "(a integer, b text)")));
      statement.execute("DROP SCHEMA bench_created CASCADE");
    }
  }

  static void bind(PreparedStatement insert, int number) throws SQLException {
    insert.setInt(1, number);
    insert.setLong(2, number * 3L);
    insert.setString(3, "text " + number);
    insert.setDouble(4, number / 2.0);
  }
}
