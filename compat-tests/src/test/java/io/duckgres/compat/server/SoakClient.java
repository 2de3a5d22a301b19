package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;

/** A client that does a little of everything, over and over, and leaves no data behind. */
final class SoakClient implements Runnable {
  /** A conflict with another client; a division by zero, which is asked for. */
  private static final Set<String> EXPECTED = Set.of("40001", "22012");

  private static final int ACTIONS_OF_A_SESSION = 40;
  private static final int ROWS = 500;

  private final Endpoint endpoint;
  private final int number;
  private final Random random;
  private final BooleanSupplier goesOn;
  private final AtomicLong actions;
  private Exception failure;

  SoakClient(Endpoint endpoint, int number, BooleanSupplier goesOn, AtomicLong actions) {
    this.endpoint = endpoint;
    this.number = number;
    this.goesOn = goesOn;
    this.actions = actions;
    random = new Random(number);
  }

  /** What it did not expect; null when nothing. */
  Exception failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      while (goesOn.getAsBoolean()) {
        try (Connection connection = Committer.open(endpoint)) {
          for (int i = 0; i < ACTIONS_OF_A_SESSION && goesOn.getAsBoolean(); i++) {
            act(connection);
            actions.incrementAndGet();
            Thread.sleep(random.nextInt(20));
          }
        }
      }
    } catch (SQLException | IOException | InterruptedException e) {
      failure = e;
    }
  }

  private void act(Connection connection) throws SQLException, IOException {
    try {
      switch (random.nextInt(10)) {
        case 0 -> query(connection, "select count(*), max(b) from soak where client = " + number);
        case 1 -> insertInBatches(connection);
        case 2 -> copy(connection);
        case 3 -> fetch(connection);
        case 4 -> query(connection, "select 1 / (client - client) from soak");
        case 5 -> rollBackToSavepoint(connection);
        case 6 -> temporaryTable(connection);
        case 7 -> listColumns(connection);
        case 8 -> execute(connection, "notify soak, 'x'; listen soak");
        default -> execute(connection, "delete from soak where client = " + number);
      }
    } catch (SQLException e) {
      if (!EXPECTED.contains(e.getSQLState())) {
        throw e;
      }
    } finally {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void query(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  private void insertInBatches(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into soak values (?, ?, ?)")) {
      for (int i = 0; i < ROWS / 10; i++) {
        insert.setInt(1, number);
        insert.setInt(2, i);
        insert.setString(3, "text of row " + i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void copy(Connection connection) throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append(number).append('\t').append(i).append("\tcopied\n");
    }
    PGConnection copying = connection.unwrap(PGConnection.class);
    copying.getCopyAPI().copyIn("copy soak from stdin", new StringReader(rows.toString()));
    copying
        .getCopyAPI()
        .copyOut(
            "copy (select * from soak where client = " + number + ") to stdout (format csv)",
            new StringWriter());
  }

  private void fetch(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(100);
      try (ResultSet rows = statement.executeQuery("select * from generate_series(1, 10000)")) {
        for (int i = 0; i < 250; i++) {
          rows.next();
        }
        query(connection, "select 2");
        rows.next();
      }
    }
  }

  private void rollBackToSavepoint(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "insert into soak values (" + number + ", 1, 'kept')");
    Savepoint savepoint = connection.setSavepoint();
    execute(connection, "insert into soak values (" + number + ", 2, 'dropped')");
    connection.rollback(savepoint);
    connection.commit();
  }

  private static void temporaryTable(Connection connection) throws SQLException {
    execute(connection, "create temp table scratch as select i from generate_series(1, 1000) i");
    query(connection, "select sum(i) from scratch");
    execute(connection, "drop table scratch");
  }

  private static void listColumns(Connection connection) throws SQLException {
    try (ResultSet columns = connection.getMetaData().getColumns(null, "public", "soak", "%")) {
      while (columns.next()) {
        columns.getString("COLUMN_NAME");
      }
    }
  }
}
