package io.duckgres.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.config.ConfigKey;
import io.duckgres.gateway.config.ConfigKeys;
import io.duckgres.gateway.config.ServerConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineInterfaceTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ServerConfig launched;

  @Test
  void launchesWithFlags() {
    assertThat(run(Map.of(), "--port", "7", "--data-dir=x")).isZero();
    assertThat(launched.port()).isEqualTo(7);
    assertThat(launched.dataDir()).isEqualTo(Path.of("x"));
  }

  @Test
  void namesUnusableFlagsAndExitsWithTwo() {
    assertThat(run(Map.of(), "--port", "x")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "duckgres: --port: port must be a number from 0 to 65535, not \"x\""
                + System.lineSeparator());
  }

  @Test
  void namesUnknownFlagsAndExitsWithTwo() {
    assertThat(run(Map.of(), "--prot", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--prot");
  }

  @Test
  void namesUnknownVariablesAndExitsWithTwo() {
    assertThat(run(Map.of("DUCKGRES_PROT", "1"))).isEqualTo(2);
    assertThat(err.toString()).startsWith("duckgres: DUCKGRES_PROT: unknown");
  }

  @Test
  void showsHelpOfEveryFlag() {
    assertThat(run(Map.of(), "--help")).isZero();
    for (ConfigKey<?> key : ConfigKeys.all()) {
      if (key.flag() != null) {
        assertThat(out.toString()).contains(key.flag());
      }
    }
    assertThat(launched).isNull();
  }

  @Test
  void showsTheVersion() {
    assertThat(run(Map.of(), "--version")).isZero();
    assertThat(out.toString()).matches("duckgres \\d+\\.\\d+.*\\R");
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandLine commandLine =
        new CommandLineInterface(
                environment,
                Path.of("target"),
                config -> {
                  launched = config;
                  return 0;
                })
            .commandLine();
    return commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }
}
