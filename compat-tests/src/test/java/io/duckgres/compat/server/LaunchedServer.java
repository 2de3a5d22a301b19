package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged distribution, started as a process of its own on a free port with a data directory
 * and certificates of its own.
 */
public final class LaunchedServer implements AutoCloseable {

  /** The directory of the distribution; the build says where it is. */
  public static final Path DISTRIBUTION =
      Path.of(
              System.getProperty(
                  "duckgres.distribution", "../gateway/target/distribution/duckgres"))
          .toAbsolutePath()
          .normalize();

  private static final String USER = "postgres";

  private final Path home;
  private final Process process;
  private final Endpoint endpoint;
  private final Duration startUp;

  private LaunchedServer(Path home, Process process, Endpoint endpoint, Duration startUp) {
    this.home = home;
    this.process = process;
    this.endpoint = endpoint;
    this.startUp = startUp;
  }

  /** The server that all tests of this run share; it is stopped when the JVM ends. */
  public static LaunchedServer shared() {
    return Holder.SERVER;
  }

  /**
   * Starts a server and waits for the first answered query.
   *
   * @param arguments further command-line arguments
   * @throws IllegalStateException with the server's log when it does not start
   */
  public static LaunchedServer start(String... arguments) {
    try {
      Path home = Files.createTempDirectory("launched-server");
      int port = EmbeddedPostgres.freePort();
      List<String> command = new ArrayList<>();
      command.add(DISTRIBUTION.resolve("bin").resolve("duckgres").toString());
      command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
      command.addAll(List.of("--data-dir", home.resolve("data").toString()));
      command.addAll(List.of("--cert", home.resolve("certs").resolve("server.crt").toString()));
      command.addAll(List.of("--key", home.resolve("certs").resolve("server.key").toString()));
      command.addAll(List.of(arguments));
      return start(home, command, new Endpoint("127.0.0.1", port, USER, USER, USER));
    } catch (IOException e) {
      throw new UncheckedIOException("the distribution does not start; is it built?", e);
    }
  }

  private static LaunchedServer start(Path home, List<String> command, Endpoint endpoint)
      throws IOException {
    long begin = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    environment(builder.environment());
    Process process = builder.start();
    LaunchedServer server =
        new LaunchedServer(home, process, endpoint, Duration.ZERO).stoppedAtExit();
    Readiness.await(endpoint, process, home.resolve("log"));
    return new LaunchedServer(home, process, endpoint, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Whoever runs the tests may have a configuration of their own. */
  private static void environment(Map<String, String> variables) {
    variables.keySet().removeIf(name -> name.startsWith("DUCKGRES_"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
  }

  private LaunchedServer stoppedAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-launched-server"));
    return this;
  }

  /** Where it listens, with its default user. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** From the launcher's start to the first answered query. */
  public Duration startUp() {
    return startUp;
  }

  /** The directory that holds its data, certificates and log. */
  public Path home() {
    return home;
  }

  /** What it logged so far. */
  public String log() {
    return Readiness.read(home.resolve("log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Directories.delete(home);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static final class Holder {
    private static final LaunchedServer SERVER = start();
  }
}
