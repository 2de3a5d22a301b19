package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/** Commits one thing after the other until the server is gone, and knows what was acknowledged. */
final class Committer implements Runnable {
  /** Rows of one commit. */
  static final int PARTS = 20;

  /** How it writes. */
  enum Way {
    INSERT,
    TRANSACTION,
    COPY,
    TABLE
  }

  private final Endpoint endpoint;
  private final int number;
  private volatile int acknowledged;

  Committer(Endpoint endpoint, int number) {
    this.endpoint = endpoint;
    this.number = number;
  }

  int number() {
    return number;
  }

  Way way() {
    return Way.values()[number % Way.values().length];
  }

  /** Commits 1 to this are acknowledged; the next one may have been made without being so. */
  int acknowledged() {
    return acknowledged;
  }

  @Override
  public void run() {
    try (Connection connection = open(endpoint)) {
      for (int commit = acknowledged + 1; ; commit++) {
        write(connection, commit);
        acknowledged = commit;
      }
    } catch (SQLException | IOException killed) {
      // Which is what this is about.
    }
  }

  private void write(Connection connection, int commit) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      switch (way()) {
        case INSERT -> statement.executeUpdate(insert(commit, 0, PARTS));
        case TRANSACTION -> {
          connection.setAutoCommit(false);
          statement.executeUpdate(insert(commit, 0, PARTS / 2));
          statement.executeUpdate(insert(commit, PARTS / 2, PARTS));
          connection.commit();
        }
        case COPY -> {
          StringBuilder rows = new StringBuilder();
          for (int part = 0; part < PARTS; part++) {
            rows.append(number).append('\t').append(commit).append('\t').append(part).append('\n');
          }
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy committed from stdin", new StringReader(rows.toString()));
        }
        default ->
            statement.execute(
                "create table "
                    + table(number, commit)
                    + " (a serial primary key, b numeric(8, 2) default 1.5, c text)");
      }
    }
  }

  /** The table of one commit. */
  static String table(int number, int commit) {
    return "made_" + number + "_" + commit;
  }

  private String insert(int commit, int from, int to) {
    return "insert into committed select "
        + number
        + ", "
        + commit
        + ", part from generate_series("
        + from
        + ", "
        + (to - 1)
        + ") part";
  }

  static Connection open(Endpoint endpoint) throws SQLException {
    return JdbcConnections.open(endpoint, Map.of());
  }
}
