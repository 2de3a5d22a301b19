package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import io.duckgres.compat.wire.Login;
import io.duckgres.compat.wire.SimpleQuery;
import io.duckgres.compat.wire.WireConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Waits until a server answers a query, which is what "started" means to a client. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Readiness() {}

  /**
   * @param server the process that must stay alive meanwhile
   * @param log the file with the process's output, shown when it does not start
   */
  static void await(Endpoint endpoint, Process server, Path log) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        execute(endpoint, "select 1");
        return;
      } catch (UncheckedIOException | IllegalStateException e) {
        if (!server.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "the server at port " + endpoint.port() + " does not answer; its log:\n" + read(log),
              e);
        }
        pause();
      }
    }
  }

  /** Runs one statement on a connection of its own. */
  static void execute(Endpoint endpoint, String statement) {
    try (WireConnection connection = Login.open(endpoint, Map.of())) {
      SimpleQuery.run(connection, statement);
    }
  }

  static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "(no log)";
    } catch (IOException e) {
      return "(unreadable log: " + e + ")";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a server", e);
    }
  }
}
