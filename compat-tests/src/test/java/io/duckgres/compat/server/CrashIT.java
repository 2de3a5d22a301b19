package io.duckgres.compat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Kills the server, as kill -9 does, while many clients commit. {@code -Dduckgres.crash.rounds=…}
 * says how often, {@code -Dduckgres.crash.clients=…} how many there are.
 */
@DisabledIfSystemProperty(
    named = "duckgres.against",
    matches = "postgres",
    disabledReason = "no server is launched")
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("duckgres.crash.rounds", 2);
  private static final int CLIENTS = Integer.getInteger("duckgres.crash.clients", 24);
  private static final long SEED = Long.getLong("duckgres.crash.seed", 1);

  private final List<Committer> committers = new ArrayList<>();

  @Test
  void keepsWhatItAcknowledged() throws Exception {
    Random random = new Random(SEED);
    Path home = Files.createTempDirectory("crashed-server");
    try {
      for (int round = 0; round < ROUNDS; round++) {
        crash(home, round, 300 + random.nextInt(900));
      }
      try (LaunchedServer server = LaunchedServer.startIn(home, List.of())) {
        check(server);
      }
    } finally {
      Directories.delete(home);
    }
  }

  private void crash(Path home, int round, int milliseconds) throws Exception {
    List<Thread> threads = new ArrayList<>();
    try (LaunchedServer server = LaunchedServer.startIn(home, List.of())) {
      if (round == 0) {
        Readiness.execute(
            server.endpoint(), "create table committed (client int, number int, part int)");
      } else {
        check(server);
      }
      for (int i = 0; i < CLIENTS; i++) {
        Committer committer = new Committer(server.endpoint(), round * CLIENTS + i);
        committers.add(committer);
        Thread thread = new Thread(committer, "committer-" + committer.number());
        thread.start();
        threads.add(thread);
      }
      awaitCommits(round);
      Thread.sleep(milliseconds);
      server.kill();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Until every client has had something acknowledged. */
  private void awaitCommits(int round) throws InterruptedException {
    List<Committer> ours = committers.subList(round * CLIENTS, committers.size());
    for (int i = 0; i < 600 && ours.stream().anyMatch(c -> c.acknowledged() == 0); i++) {
      Thread.sleep(50);
    }
    assertThat(ours).allSatisfy(c -> assertThat(c.acknowledged()).isPositive());
  }

  private void check(LaunchedServer server) throws SQLException, IOException {
    try (Connection connection = Committer.open(server.endpoint());
        Statement statement = connection.createStatement()) {
      Map<Integer, Integer> last = last(statement);
      int commits = 0;
      for (Committer committer : committers) {
        commits += committer.acknowledged();
        if (committer.way() == Committer.Way.TABLE) {
          for (int i = 1; i <= committer.acknowledged(); i++) {
            useTable(statement, Committer.table(committer.number(), i));
          }
        } else {
          assertThat(last.getOrDefault(committer.number(), 0))
              .as("commits of client %d, which writes by %s", committer.number(), committer.way())
              .isBetween(committer.acknowledged(), committer.acknowledged() + 1);
        }
      }
      System.out.printf("%d acknowledged commits survived%n", commits);
    }
  }

  /** The last commit of each client, all before it being there as well, whole and once. */
  private static Map<Integer, Integer> last(Statement statement) throws SQLException {
    Map<Integer, Integer> last = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select client, max(number), count(distinct number), count(*),"
                + " count(distinct (number, part)) from committed group by client")) {
      while (rows.next()) {
        int commits = rows.getInt(2);
        String client = "client " + rows.getInt(1);
        assertThat(rows.getInt(3)).as(client).isEqualTo(commits);
        assertThat(rows.getInt(4)).as(client).isEqualTo(commits * Committer.PARTS);
        assertThat(rows.getInt(5)).as(client).isEqualTo(commits * Committer.PARTS);
        last.put(rows.getInt(1), commits);
      }
    }
    return last;
  }

  private static void useTable(Statement statement, String table) throws SQLException {
    statement.executeUpdate("insert into " + table + " (c) values ('x')");
    try (ResultSet row = statement.executeQuery("select a, b from " + table + " order by a")) {
      row.next();
      assertThat(row.getInt(1)).isPositive();
      assertThat(row.getString(2)).isEqualTo("1.50");
    }
  }
}
