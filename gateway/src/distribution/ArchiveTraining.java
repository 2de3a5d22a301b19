import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the packaged server once, with a client, so that its class-data archive holds the classes
 * that a start and the first queries need. Argument: the distribution's directory.
 */
public final class ArchiveTraining {

  private static final int START_SECONDS = 60;
  private static final int STOP_SECONDS = 60;

  /** The class of SQLSTATEs that a driver gives while nobody answers. */
  private static final String CONNECTION_FAILURE = "08";

  /** What a first client does: text and binary results, parameters, changes, catalog, errors. */
  private static final List<String> STATEMENTS =
      List.of(
          "create table t (id int primary key, name varchar(20), amount numeric(10, 2), at timestamp)",
          "insert into t values (1, 'one', 1.5, '2024-01-02 03:04:05'), (2, 'two', null, null)",
          "update t set amount = amount + 1 where id = 1",
          "select t.*, x from t join generate_series(1, 3) x on x = t.id order by name desc limit 5",
          "select name, count(*), sum(amount), avg(id) from t group by name having count(*) > 0",
          "with w as (select id, row_number() over (order by id) n from t) select * from w",
          "select array[1, 2], '{\"a\": 1}'::jsonb, date '2024-01-01' + 1, now() is not null, 1.5::float8",
          "begin",
          "delete from t where id = 2",
          "rollback",
          "show server_version",
          "select no_such_column from t",
          "explain select 1",
          "drop table t");

  private ArchiveTraining() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path work = Files.createTempDirectory("archive-training");
    int port = freePort();
    Process server =
        new ProcessBuilder(
                home.resolve("bin").resolve("duckgres").toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--data-dir=" + work.resolve("data"),
                "--cert=" + work.resolve("server.crt"),
                "--key=" + work.resolve("server.key"))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile())
            .start();
    try {
      use(server, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=require", work);
      server.destroy();
      if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not end when asked to");
      }
    } finally {
      server.destroyForcibly();
    }
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      if (files.noneMatch(file -> file.toString().endsWith(".jsa"))) {
        System.err.println("This Java makes no class-data archive; starts will take longer.");
      }
    }
    delete(work);
  }

  private static void use(Process server, String url, Path work) throws Exception {
    try (Connection connection = connect(server, url, work)) {
      for (String sql : STATEMENTS) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        } catch (SQLException e) {
          // one of them is wrong on purpose; what the answers should be is no matter of this run
        }
      }
      for (int i = 0; i < 10; i++) {
        try (PreparedStatement statement =
            connection.prepareStatement("select ?::int + 1, ?::text, ?::numeric where ? is not null")) {
          statement.setInt(1, i);
          statement.setString(2, "x");
          statement.setBigDecimal(3, new java.math.BigDecimal("1.5"));
          statement.setBoolean(4, true);
          read(statement.executeQuery());
        } catch (SQLException e) {
          // as above
        }
      }
      read(connection.getMetaData().getTables(null, null, "%", null));
      read(connection.getMetaData().getColumns(null, null, "t", null));
    } catch (SQLException e) {
      System.err.println("Training of the class-data archive ended early: " + e.getMessage());
    }
  }

  private static Connection connect(Process server, String url, Path work) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        return DriverManager.getConnection(url, "postgres", "postgres");
      } catch (SQLException e) {
        if (e.getSQLState() != null && !e.getSQLState().startsWith(CONNECTION_FAILURE)) {
          throw e;
        }
        if (!server.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "the packaged server does not start:\n" + Files.readString(work.resolve("log")), e);
        }
        Thread.sleep(50);
      }
    }
  }

  private static void read(ResultSet results) throws SQLException {
    while (results.next()) {
      results.getString(1);
    }
    results.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
