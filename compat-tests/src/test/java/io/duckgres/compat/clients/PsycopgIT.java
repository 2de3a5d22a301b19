package io.duckgres.compat.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.compat.Resources;
import io.duckgres.compat.server.RealPostgres;
import io.duckgres.compat.server.ServerUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Python program with psycopg prints the same on the server as on a real PostgreSQL. */
class PsycopgIT {

  private static final Logger LOG = LoggerFactory.getLogger(PsycopgIT.class);
  private static final Path ENVIRONMENT = Path.of("target", "python").toAbsolutePath();
  private static final String PACKAGE = "psycopg[binary]==3.2.*";

  @TestFactory
  Stream<DynamicTest> printsWhatItPrintsOnPostgres() {
    return Client.find("python3").flatMap(PsycopgIT::install).stream()
        .flatMap(
            python ->
                Resources.files("clients/psycopg", ".py").stream()
                    .map(
                        script ->
                            DynamicTest.dynamicTest(
                                script.getFileName().toString(), () -> compare(python, script))));
  }

  private static void compare(Path python, Path script) {
    List<String> command = List.of(python.toString(), script.toString());
    Client.Outcome expected = Client.run(command, Client.environment(RealPostgres.endpoint()), "");
    Client.Outcome actual = Client.run(command, Client.environment(ServerUnderTest.endpoint()), "");
    assertThat(expected.status()).as(expected.output()).isZero();
    assertThat(actual.output()).isEqualTo(expected.output());
    assertThat(actual.status()).isZero();
  }

  /** A virtual environment of the build's own, so that nothing of the machine's is changed. */
  private static Optional<Path> install(Path python3) {
    Path python = ENVIRONMENT.resolve("bin").resolve("python");
    if (!Files.isExecutable(python)
        && !succeeds(List.of(python3.toString(), "-m", "venv", ENVIRONMENT.toString()))) {
      return Optional.empty();
    }
    if (Client.run(List.of(python.toString(), "-c", "import psycopg"), Map.of(), "").status() == 0
        || succeeds(List.of(python.toString(), "-m", "pip", "install", "--quiet", PACKAGE))) {
      return Optional.of(python);
    }
    return Optional.empty();
  }

  private static boolean succeeds(List<String> command) {
    Client.Outcome outcome = Client.run(command, Map.of(), "");
    if (outcome.status() != 0) {
      LOG.warn(
          "psycopg cannot be had here: the server is not tested with it: {}: {}",
          String.join(" ", command),
          outcome.output().strip());
    }
    return outcome.status() == 0;
  }
}
