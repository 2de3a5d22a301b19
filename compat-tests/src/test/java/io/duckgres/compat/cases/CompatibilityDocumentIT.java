package io.duckgres.compat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.duckgres.compat.server.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompatibilityDocumentIT {

  private static final Path DOCUMENT = Path.of("..", "docs", "postgres-compatibility.md");

  @Test
  void isWhatTheResultsSay() throws IOException {
    assumeFalse(ServerUnderTest.isPostgres(), "PostgreSQL compared with itself says nothing");
    String rendered = CompatibilityDocument.render(CaseLoader.load(), KnownDifferences.load());
    if ("write".equals(System.getProperty("duckgres.docs"))) {
      Files.writeString(DOCUMENT, rendered);
    }
    assertThat(DOCUMENT)
        .as("stale: render it with mvn verify -Dduckgres.docs=write")
        .content()
        .isEqualTo(rendered);
  }
}
