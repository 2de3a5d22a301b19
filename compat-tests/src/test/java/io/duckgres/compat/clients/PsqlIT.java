package io.duckgres.compat.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.compat.Resources;
import io.duckgres.compat.server.RealPostgres;
import io.duckgres.compat.server.ServerUnderTest;
import io.duckgres.compat.wire.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A psql session prints the same on the server as on a real PostgreSQL. */
class PsqlIT {

  @TestFactory
  Stream<DynamicTest> printsWhatItPrintsOnPostgres() {
    return Client.find("psql").stream()
        .flatMap(
            psql ->
                Resources.files("clients/psql", ".sql").stream()
                    .map(
                        script ->
                            DynamicTest.dynamicTest(
                                script.getFileName().toString(), () -> compare(psql, script))));
  }

  private static void compare(Path psql, Path script) {
    Client.Outcome expected = run(psql, script, RealPostgres.endpoint());
    Client.Outcome actual = run(psql, script, ServerUnderTest.endpoint());
    assertThat(actual.output()).isEqualTo(expected.output());
    assertThat(actual.status()).isEqualTo(expected.status());
  }

  private static Client.Outcome run(Path psql, Path script, Endpoint endpoint) {
    return Client.run(
        List.of(psql.toString(), "--no-psqlrc", "--echo-queries"),
        Client.environment(endpoint),
        Resources.read(script));
  }
}
