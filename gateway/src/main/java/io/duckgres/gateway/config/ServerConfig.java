package io.duckgres.gateway.config;

import io.duckgres.gateway.auth.AuthenticationMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The configuration as the server uses it; what each component means is said at its key in {@link
 * ConfigKeys}.
 *
 * @param users user to password or verifier; empty when none are configured
 */
public record ServerConfig(
    String host,
    int port,
    Path dataDir,
    Path tlsCert,
    Path tlsKey,
    LogLevel logLevel,
    AuthenticationMethod authMethod,
    Map<String, String> users,
    List<Path> allowedDirectories,
    Limits limits) {

  static ServerConfig of(ConfigValues values) throws ConfigException {
    return new ServerConfig(
        values.get(ConfigKeys.HOST),
        values.get(ConfigKeys.PORT),
        values.get(ConfigKeys.DATA_DIR),
        values.get(ConfigKeys.TLS_CERT),
        values.get(ConfigKeys.TLS_KEY),
        values.get(ConfigKeys.LOG_LEVEL),
        values.get(ConfigKeys.AUTH_METHOD),
        values.get(ConfigKeys.USERS),
        values.get(ConfigKeys.ALLOWED_DIRECTORIES),
        Limits.of(values));
  }
}
