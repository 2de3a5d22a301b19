package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real PostgreSQL 17 for the whole test run: a container where Docker answers, embedded
 * binaries otherwise. Never skips: where neither works, the test fails with the reason.
 *
 * <p>Both variants are set up alike: locale C.UTF-8, time zone UTC, TLS with a generated
 * certificate, and the roles {@code postgres} (SCRAM), {@code cleartext} (password over TLS) and
 * {@code trusted} (no password), the password always being the role's name.
 */
public final class RealPostgres {

  /** The major version that every oracle of this project comes from. */
  public static final int MAJOR_VERSION = 17;

  private static final Logger LOG = LoggerFactory.getLogger(RealPostgres.class);

  private RealPostgres() {}

  /** The shared server, started at the first call and stopped when the JVM ends. */
  public static Endpoint endpoint() {
    return Holder.ENDPOINT;
  }

  /** A server of its own, from embedded binaries, that loses nothing: what benchmarks measure. */
  public static Endpoint durable() {
    return EmbeddedPostgres.start(List.of());
  }

  private static Endpoint start() {
    if (dockerMayAnswer()) {
      try {
        return ContainerPostgres.start();
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("Docker did not give a PostgreSQL; using embedded binaries: {}", e.toString());
      }
    }
    return EmbeddedPostgres.start(PostgresSettings.VOLATILE);
  }

  /** Asking Docker costs seconds where there is none, so a missing socket is answer enough. */
  private static boolean dockerMayAnswer() {
    return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
  }

  private static final class Holder {
    private static final Endpoint ENDPOINT = start();
  }
}
