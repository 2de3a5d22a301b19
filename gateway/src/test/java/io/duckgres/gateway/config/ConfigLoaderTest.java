package io.duckgres.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.gateway.auth.AuthenticationMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
  private static final String FULL =
      """
      host: "localhost"
      port: 5433
      data_dir: /data
      tls:
        cert: a.crt
        key: a.key
      log_level: debug
      auth_method: md5
      users:
        alice: "secret"
        bob: 1234
      allowed_directories:
        - /import
        - /export
      limits:
        login_seconds: 5
        message_bytes: 20000
        parameters: 100
        prepared_statements: 7
        portals: 8
      """;

  @TempDir Path directory;

  @Test
  void recordsDefaults() throws Exception {
    assertThat(load(Map.of(), Map.of()))
        .isEqualTo(
            new ServerConfig(
                "0.0.0.0",
                5432,
                Path.of("./data"),
                Path.of("./certs/server.crt"),
                Path.of("./certs/server.key"),
                LogLevel.INFO,
                AuthenticationMethod.SCRAM_SHA_256,
                Map.of(),
                List.of(),
                new Limits(60, 1_073_741_822, 65_535, 10_000, 10_000)));
  }

  @Test
  void mapsEveryKeyOfTheFile() throws Exception {
    write(FULL);

    assertThat(load(Map.of(), Map.of()))
        .isEqualTo(
            new ServerConfig(
                "localhost",
                5433,
                Path.of("/data"),
                Path.of("a.crt"),
                Path.of("a.key"),
                LogLevel.DEBUG,
                AuthenticationMethod.MD5,
                Map.of("alice", "secret", "bob", "1234"),
                List.of(Path.of("/import"), Path.of("/export")),
                new Limits(5, 20_000, 100, 7, 8)));
  }

  @Test
  void mapsEveryEnvironmentVariableBeforeTheFile() throws Exception {
    write(FULL);

    ServerConfig config =
        load(
            Map.of(),
            Map.of(
                "DUCKGRES_HOST", "::1",
                "DUCKGRES_PORT", "1",
                "DUCKGRES_DATA_DIR", "d",
                "DUCKGRES_CERT", "c",
                "DUCKGRES_KEY", "k",
                "DUCKGRES_LOG_LEVEL", "trace",
                "PATH", "/bin"));

    assertThat(config)
        .extracting(
            ServerConfig::host,
            ServerConfig::port,
            ServerConfig::dataDir,
            ServerConfig::tlsCert,
            ServerConfig::tlsKey,
            ServerConfig::logLevel)
        .containsExactly("::1", 1, Path.of("d"), Path.of("c"), Path.of("k"), LogLevel.TRACE);
  }

  @Test
  void mapsEveryFlagBeforeTheEnvironment() throws Exception {
    ServerConfig config =
        load(
            Map.of(
                "--host", "::2",
                "--port", "2",
                "--data-dir", "e",
                "--cert", "f",
                "--key", "g",
                "--log-level", "WARN"),
            Map.of("DUCKGRES_PORT", "1", "DUCKGRES_HOST", "::1"));

    assertThat(config)
        .extracting(
            ServerConfig::host,
            ServerConfig::port,
            ServerConfig::dataDir,
            ServerConfig::tlsCert,
            ServerConfig::tlsKey,
            ServerConfig::logLevel)
        .containsExactly("::2", 2, Path.of("e"), Path.of("f"), Path.of("g"), LogLevel.WARN);
  }

  @Test
  void readsTheFileThatFlagOrVariableNames() throws Exception {
    Path file = Files.writeString(directory.resolve("other.yaml"), "port: 7\n");

    assertThat(load(Map.of("--config", file.toString()), Map.of()).port()).isEqualTo(7);
    assertThat(load(Map.of(), Map.of("DUCKGRES_CONFIG", file.toString())).port()).isEqualTo(7);
  }

  @Test
  void readsAnEmptyFile() throws Exception {
    write("# nothing\n");

    assertThat(load(Map.of(), Map.of()).port()).isEqualTo(5432);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host: a~prot: 1|:2: unknown key prot; known are host, port, data_dir, tls.cert, tls.key, log_level, auth_method, users, allowed_directories, limits.login_seconds, limits.message_bytes, limits.parameters, limits.prepared_statements, limits.portals",
        "tls:~  cart: a|:2: unknown key tls.cart; known are host, port, data_dir, tls.cert, tls.key, log_level, auth_method, users, allowed_directories, limits.login_seconds, limits.message_bytes, limits.parameters, limits.prepared_statements, limits.portals",
        "port: x|:1: port must be a number from 0 to 65535, not \"x\"",
        "port: 65536|:1: port must be a number from 0 to 65535, not \"65536\"",
        "port:|:1: port must be a number from 0 to 65535",
        "port: [1]|:1: port must be a number from 0 to 65535",
        "host: a~port: 1~host: b|:3: host is given twice, first at @:1",
        "users:~  a: b~  a: c|:3: a is given twice, first at @:2",
        "users: alice|:1: users must be a mapping of user to password, not \"alice\"",
        "users:~  alice:|:2: users must be a password or a verifier",
        "users:~  ../a: b|:2: users names the user \"../a\", which can't be the name of a file",
        "tls: a|:1: tls must be a mapping of keys",
        "log_level: loud|:1: log_level must be one of trace, debug, info, warn, error, not \"loud\"",
        "auth_method: trust|:1: auth_method must be one of scram-sha-256, md5, password, not \"trust\"",
        "allowed_directories: /a|:1: allowed_directories must be a list of directories, not \"/a\"",
        "limits:~  portals: 0|:2: limits.portals must be a number from 1 to 1000000, not \"0\"",
        "- a|:1: must be a mapping of keys to values",
      })
  void namesKeyFileAndLineOfWhatItCannotUse(String yaml, String message) throws Exception {
    Path file = write(yaml.replace('~', '\n') + "\n");

    assertThatThrownBy(() -> load(Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + message.replace("@", file.toString()));
  }

  @Test
  void namesTheLineOfBrokenYaml() throws Exception {
    Path file = write("host: a\nport: \"1\nusers: {\n");

    assertThatThrownBy(() -> load(Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file + ":");
  }

  @Test
  void namesFlagsAndVariablesThatItCannotUse() {
    assertThatThrownBy(() -> load(Map.of("--port", "x"), Map.of()))
        .hasMessage("--port: port must be a number from 0 to 65535, not \"x\"");
    assertThatThrownBy(() -> load(Map.of(), Map.of("DUCKGRES_PORT", "")))
        .hasMessage("DUCKGRES_PORT: port must be a number from 0 to 65535, not \"\"");
    assertThatThrownBy(() -> load(Map.of("--config", "nowhere.yaml"), Map.of()))
        .hasMessage("--config: there is no file nowhere.yaml");
    assertThatThrownBy(() -> load(Map.of(), Map.of("DUCKGRES_PROT", "1")))
        .hasMessage(
            "DUCKGRES_PROT: unknown environment variable; known are DUCKGRES_CONFIG,"
                + " DUCKGRES_HOST, DUCKGRES_PORT, DUCKGRES_DATA_DIR, DUCKGRES_CERT, DUCKGRES_KEY,"
                + " DUCKGRES_LOG_LEVEL");
  }

  private ServerConfig load(Map<String, String> flags, Map<String, String> environment)
      throws ConfigException {
    return ConfigLoader.load(flags, environment, directory);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("duckgres.yaml"), yaml);
  }
}
