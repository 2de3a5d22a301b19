package io.duckgres.compat.clients;

import io.duckgres.compat.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Client programs of this machine. */
final class Client {

  private static final Logger LOG = LoggerFactory.getLogger(Client.class);
  private static final long LIMIT_SECONDS = 180;

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output what it wrote to both of its streams
   */
  record Outcome(int status, String output) {}

  private Client() {}

  /** The program's path; when it is not installed, the output says which test goes without. */
  static Optional<Path> find(String program) {
    Optional<Path> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(directory -> Path.of(directory, program))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      LOG.warn("{} is not installed here: the server is not tested with it", program);
    }
    return found;
  }

  /** The variables that libpq reads. */
  static Map<String, String> environment(Endpoint endpoint) {
    return Map.of(
        "PGHOST", endpoint.host(),
        "PGPORT", Integer.toString(endpoint.port()),
        "PGUSER", endpoint.user(),
        "PGPASSWORD", endpoint.password(),
        "PGDATABASE", endpoint.database(),
        "PGSSLMODE", "require",
        "PGTZ", "UTC",
        "LC_ALL", "C.UTF-8");
  }

  /** Runs a program to its end, with that text as its input. */
  static Outcome run(List<String> command, Map<String, String> environment, String input) {
    try {
      Path text = Files.createTempFile("input", ".txt");
      try {
        Files.writeString(text, input);
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectInput(text.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(command + " does not end");
        }
        return new Outcome(process.exitValue(), output);
      } finally {
        Files.delete(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
