package io.duckgres.gateway.config;

import io.duckgres.gateway.auth.AuthenticationMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All keys; those of the section limits stand in {@link LimitKeys}. A new key is a new constant
 * here and a component of {@link ServerConfig}.
 */
public final class ConfigKeys {
  static final ConfigKey<Path> CONFIG =
      new ConfigKey<>(
          null,
          "DUCKGRES_CONFIG",
          "--config",
          null,
          "duckgres.yaml, if the working directory has one",
          null,
          "The configuration file.",
          ConfigParser.path("the path of a file"));

  static final ConfigKey<String> HOST =
      new ConfigKey<>(
          "host",
          "DUCKGRES_HOST",
          "--host",
          "0.0.0.0",
          "0.0.0.0",
          "\"0.0.0.0\"",
          "The address to listen on.",
          ConfigParser.text("a host name or address"));

  static final ConfigKey<Integer> PORT =
      new ConfigKey<>(
          "port",
          "DUCKGRES_PORT",
          "--port",
          5432,
          "5432",
          "5432",
          "The port to listen on; 0 takes any free one.",
          ConfigParser.number(0, 65_535));

  static final ConfigKey<Path> DATA_DIR =
      new ConfigKey<>(
          "data_dir",
          "DUCKGRES_DATA_DIR",
          "--data-dir",
          Path.of("./data"),
          "./data",
          "\"./data\"",
          "The directory of the database files, one for each user.",
          ConfigParser.path("the path of a directory"));

  static final ConfigKey<Path> TLS_CERT =
      new ConfigKey<>(
          "tls.cert",
          "DUCKGRES_CERT",
          "--cert",
          Path.of("./certs/server.crt"),
          "./certs/server.crt",
          "\"./certs/server.crt\"",
          "The server's certificate (PEM). Made at the first start when neither it nor the key is"
              + " there.",
          ConfigParser.path("the path of a file"));

  static final ConfigKey<Path> TLS_KEY =
      new ConfigKey<>(
          "tls.key",
          "DUCKGRES_KEY",
          "--key",
          Path.of("./certs/server.key"),
          "./certs/server.key",
          "\"./certs/server.key\"",
          "The certificate's private key (PEM, not encrypted).",
          ConfigParser.path("the path of a file"));

  static final ConfigKey<LogLevel> LOG_LEVEL =
      new ConfigKey<>(
          "log_level",
          "DUCKGRES_LOG_LEVEL",
          "--log-level",
          LogLevel.INFO,
          "info",
          "info",
          "How much to log to stderr: trace, debug, info, warn or error.",
          ConfigParser.oneOf(LogLevel.class, LogLevel::configName));

  static final ConfigKey<AuthenticationMethod> AUTH_METHOD =
      new ConfigKey<>(
          "auth_method",
          null,
          null,
          AuthenticationMethod.SCRAM_SHA_256,
          "scram-sha-256",
          "scram-sha-256",
          "How clients prove who they are: scram-sha-256, md5 or password (cleartext inside TLS).",
          ConfigParser.oneOf(AuthenticationMethod.class, AuthenticationMethod::configName));

  static final ConfigKey<Map<String, String>> USERS =
      new ConfigKey<>(
          "users",
          null,
          null,
          Map.of(),
          "postgres with the password postgres",
          "\n  postgres: \"postgres\"",
          "The users and their passwords, in plain text or as the verifiers that PostgreSQL keeps"
              + " in pg_authid (SCRAM-SHA-256$...). Without any, there is the user postgres with"
              + " the password postgres.",
          ConfigParser.users());

  static final ConfigKey<List<Path>> ALLOWED_DIRECTORIES =
      new ConfigKey<>(
          "allowed_directories",
          null,
          null,
          List.of(),
          "none",
          "[]",
          "Directories of the server whose files SQL may read and write.",
          ConfigParser.listOf(
              ConfigParser.path("the path of a directory"), "a list of directories"));

  private static final List<ConfigKey<?>> ALL =
      Stream.concat(
              Stream.of(
                  CONFIG,
                  HOST,
                  PORT,
                  DATA_DIR,
                  TLS_CERT,
                  TLS_KEY,
                  LOG_LEVEL,
                  AUTH_METHOD,
                  USERS,
                  ALLOWED_DIRECTORIES),
              LimitKeys.all().stream())
          .toList();

  private ConfigKeys() {}

  /** All keys, in the order of help and example file. */
  public static List<ConfigKey<?>> all() {
    return ALL;
  }
}
