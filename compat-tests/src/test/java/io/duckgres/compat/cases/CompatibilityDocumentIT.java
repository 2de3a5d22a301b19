package io.duckgres.compat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.compat.server.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompatibilityDocumentIT {

  private static final String NAME = "postgres-compatibility.md";
  private static final Path COMMITTED = Path.of("..", "docs", NAME);

  @Test
  void isWhatTheResultsSay() throws IOException {
    String rendered = CompatibilityDocument.render(Expectations.FILES, Expectations.known());
    Files.writeString(Path.of("target", NAME), rendered);
    if (ServerUnderTest.isPostgres()) {
      assertThat(rendered).contains("0 with a known difference");
      return;
    }
    if (Expectations.write()) {
      Files.writeString(COMMITTED, rendered);
    }
    assertThat(COMMITTED)
        .as("stale: render it with mvn verify -Dduckgres.results=write")
        .content()
        .isEqualTo(rendered);
  }
}
