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
 * The packaged distribution, started as a process of its own on a free port. Its log stays in the
 * build's directory, for when a test fails.
 */
public final class LaunchedServer implements AutoCloseable {

  /** The directory of the distribution; the build says where it is. */
  static final Path DISTRIBUTION =
      Path.of(
              System.getProperty(
                  "duckgres.distribution", "../gateway/target/distribution/duckgres"))
          .toAbsolutePath()
          .normalize();

  private static final Path LOGS = Path.of("target", "servers").toAbsolutePath();
  private static final String USER = "postgres";
  private static final int STOP_SECONDS = 30;

  private final Process process;
  private final Endpoint endpoint;
  private final Path log;
  private Duration startUp = Duration.ZERO;

  private LaunchedServer(Process process, Endpoint endpoint, Path log) {
    this.process = process;
    this.endpoint = endpoint;
    this.log = log;
  }

  /** The server that all tests of this run share; it is stopped when the JVM ends. */
  public static LaunchedServer shared() {
    return Holder.SERVER;
  }

  private static LaunchedServer startShared() {
    try {
      Path home = Files.createTempDirectory("launched-server");
      LaunchedServer server = startIn(home, List.of());
      Thread stop =
          new Thread(
              () -> {
                server.close();
                Directories.delete(home);
              },
              "stop-launched-server");
      Runtime.getRuntime().addShutdownHook(stop);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a server with its data and certificates in that directory, and waits for the first
   * answered query.
   *
   * @param arguments further command-line arguments
   * @throws IllegalStateException with the server's log when it does not start
   */
  public static LaunchedServer startIn(Path home, List<String> arguments) {
    try {
      Files.createDirectories(LOGS);
      int port = EmbeddedPostgres.freePort();
      Path log = LOGS.resolve(port + ".log");
      List<String> command = new ArrayList<>();
      command.add(DISTRIBUTION.resolve("bin").resolve("duckgres").toString());
      command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      environment(builder.environment());
      long begin = System.nanoTime();
      Process process = builder.start();
      Endpoint endpoint = new Endpoint("127.0.0.1", port, USER, USER, USER);
      LaunchedServer server = new LaunchedServer(process, endpoint, log);
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      Readiness.await(endpoint, process, log);
      server.startUp = Duration.ofNanos(System.nanoTime() - begin);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the distribution does not start; is it built?", e);
    }
  }

  /** Whoever runs the tests may have a configuration of their own. */
  private static void environment(Map<String, String> variables) {
    variables.keySet().removeIf(name -> name.startsWith("DUCKGRES_"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
  }

  /** Where it listens, with its default user. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** From the launcher's start to the first answered query. */
  public Duration startUp() {
    return startUp;
  }

  /** The id of its process. */
  public long pid() {
    return process.pid();
  }

  /** What it has logged. */
  public String log() {
    return Readiness.read(log);
  }

  /** Ends it as kill -9 does, in the midst of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "the server does not end when asked to; its log:\n" + log());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static final class Holder {
    private static final LaunchedServer SERVER = startShared();
  }
}
