package io.duckgres.compat.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.compat.wire.Login;
import io.duckgres.compat.wire.SimpleQuery;
import io.duckgres.compat.wire.WireConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(
    named = "duckgres.against",
    matches = "postgres",
    disabledReason = "no server is launched")
class LaunchedServerIT {

  @Test
  void makesItsFilesAndKeepsData() throws IOException {
    Path home = Files.createTempDirectory("restarted-server");
    try (LaunchedServer server = LaunchedServer.startIn(home, List.of())) {
      run(server, "create table kept (a int)");
      run(server, "insert into kept values (1)");
      assertThat(home.resolve("data").resolve("postgres.db")).exists();
      assertThat(home.resolve("certs").resolve("server.crt")).exists();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.resolve("certs").resolve("server.key"))))
          .isEqualTo("rw-------");
    }
    try (LaunchedServer server = LaunchedServer.startIn(home, List.of())) {
      System.out.printf(
          "From bin/duckgres to the first answered query: %d ms%n", server.startUp().toMillis());
      run(server, "select a from kept");
    } finally {
      Directories.delete(home);
    }
  }

  @Test
  void saysItsVersionAndItsFlags() {
    assertThat(Commands.run(List.of(launcher(), "--version"))).startsWith("duckgres ");
    assertThat(Commands.run(List.of(launcher(), "--help"))).contains("--data-dir", "--port");
  }

  private static void run(LaunchedServer server, String sql) {
    try (WireConnection connection = Login.open(server.endpoint(), Map.of())) {
      SimpleQuery.run(connection, sql);
    }
  }

  private static String launcher() {
    return LaunchedServer.DISTRIBUTION.resolve("bin").resolve("duckgres").toString();
  }
}
