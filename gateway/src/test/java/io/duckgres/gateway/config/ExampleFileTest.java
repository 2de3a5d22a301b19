package io.duckgres.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleFileTest {
  private static final Path FILE = Path.of("..", "duckgres.example.yaml");

  /** When this fails, copy what it wrote into {@code target} over the file. */
  @Test
  void fileShowsAllKeys() throws Exception {
    Files.writeString(Path.of("target", "duckgres.example.yaml"), ExampleFile.render());
    assertThat(Files.readString(FILE)).isEqualTo(ExampleFile.render());
  }

  @Test
  void fileHoldsTheDefaults() throws Exception {
    ServerConfig example =
        ConfigLoader.load(Map.of("--config", FILE.toString()), Map.of(), Path.of("target"));
    ServerConfig defaults = ConfigLoader.load(Map.of(), Map.of(), Path.of("target"));

    assertThat(example).usingRecursiveComparison().ignoringFields("users").isEqualTo(defaults);
  }
}
