package io.duckgres.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "docs/postgres-compatibility.md"})
  void linksLeadToFiles(String name) {
    Path document = ROOT.resolve(name);
    Matcher links = LINK.matcher(Resources.read(document));
    while (links.find()) {
      String target = links.group(1);
      if (!target.startsWith("https://")) {
        assertThat(Files.exists(document.resolveSibling(target)))
            .as("%s links to %s", name, target)
            .isTrue();
      }
    }
  }
}
