package io.duckgres.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duckgres.gateway.auth.AuthenticationMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs in with pgjdbc and with psql. */
class AuthenticationTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(AuthenticationMethod.class)
  void letsPgjdbcInWithTheRightPassword(AuthenticationMethod method) throws Exception {
    try (TestServer server = new TestServer(directory, method);
        Connection connection = pgjdbc(server, "alice", "secret", Map.of());
        ResultSet result = connection.createStatement().executeQuery("select 1")) {
      result.next();
      assertThat(result.getString(1)).isEqualTo("alice");
    }
  }

  @Test
  void letsPgjdbcInWithPasswordBeyondAscii() throws Exception {
    try (TestServer server = new TestServer(directory, AuthenticationMethod.SCRAM_SHA_256);
        Connection connection = pgjdbc(server, "bob", "p\u00e4ssw\u00f6rd \u2122", Map.of())) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"require", "prefer", "disable"})
  void letsPgjdbcBindTheChannel(String channelBinding) throws Exception {
    try (TestServer server = new TestServer(directory, AuthenticationMethod.SCRAM_SHA_256);
        Connection connection =
            pgjdbc(server, "alice", "secret", Map.of("channelBinding", channelBinding))) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SCRAM_SHA_256, alice", "SCRAM_SHA_256, nobody",
    "MD5, alice", "MD5, nobody",
    "PASSWORD, alice", "PASSWORD, nobody"
  })
  void answersWrongPasswordAndUnknownUserAlike(AuthenticationMethod method, String user)
      throws Exception {
    try (TestServer server = new TestServer(directory, method)) {
      assertThatThrownBy(() -> pgjdbc(server, user, "wrong", Map.of()))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"))
          .hasMessage("FATAL: password authentication failed for user \"" + user + "\"");
    }
  }

  @Test
  void letsPgjdbcNegotiateTlsDirectly() throws Exception {
    try (TestServer server = new TestServer(directory, AuthenticationMethod.SCRAM_SHA_256);
        Connection connection =
            pgjdbc(server, "alice", "secret", Map.of("sslNegotiation", "direct"))) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "secret, sslmode=require, 0, alice",
    "secret, sslmode=require channel_binding=require, 0, alice",
    "secret, sslmode=require gssencmode=prefer, 0, alice",
    "secret, sslmode=prefer, 0, alice",
    "secret, sslmode=allow, 0, alice",
    "secret, sslmode=disable, 2, no encryption",
    "wrong, sslmode=require, 2, FATAL:  password authentication failed for user \"alice\""
  })
  void servesPsql(String password, String options, int exitCode, String output) throws Exception {
    assumeTrue(isPsqlInstalled(), "psql is not installed");
    try (TestServer server = new TestServer(directory, AuthenticationMethod.SCRAM_SHA_256)) {
      String target =
          "host=127.0.0.1 port=" + server.port() + " user=alice dbname=alice " + options;
      ProcessBuilder psql = new ProcessBuilder("psql", "-XAtc", "select 1", target);
      psql.environment().put("PGPASSWORD", password);
      Process process = psql.redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).as(text).isEqualTo(exitCode);
      assertThat(text).contains(output);
    }
  }

  @Test
  void takesAsLongForUnknownUsersAsForKnown() throws Exception {
    // Not the clock is compared, which would fail by chance, but what an observer sees: the same
    // messages of the same lengths.
    try (TestServer server = new TestServer(directory, AuthenticationMethod.SCRAM_SHA_256)) {
      assertThat(lengths(server, "nobody")).isEqualTo(lengths(server, "alice"));
    }
  }

  private static List<Integer> lengths(TestServer server, String user) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(RawClient.startup(RawClient.PROTOCOL_3_0, "user", user));
      lengths.add(client.readBody('R').remaining());
      client.send(RawClient.message('p', "SCRAM-SHA-256\0\0\0\0\13n,,n=,r=abc"));
      lengths.add(client.readBody('R').remaining());
    }
    return lengths;
  }

  private static Connection pgjdbc(
      TestServer server, String user, String password, Map<String, String> options)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("sslmode", "require");
    properties.putAll(options);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/db", properties);
  }

  private static boolean isPsqlInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }
}
