package io.duckgres.gateway.config;

import io.duckgres.gateway.config.ConfigNode.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Collects what command line, environment and file say. What no key knows is an error. */
public final class ConfigLoader {
  private static final String ENVIRONMENT_PREFIX = "DUCKGRES_";
  private static final String DEFAULT_FILE = "duckgres.yaml";

  private ConfigLoader() {}

  /**
   * Loads the configuration.
   *
   * @param flags flag to value, of the flags that were given
   * @param environment all environment variables
   * @param workingDirectory where {@code duckgres.yaml} is looked for; relative paths are resolved
   *     against the process's own working directory
   * @throws ConfigException for an unknown key or a value that the key can't have
   */
  public static ServerConfig load(
      Map<String, String> flags, Map<String, String> environment, Path workingDirectory)
      throws ConfigException {
    checkEnvironment(environment);
    Path file = new ConfigValues(flags, environment, Map.of()).get(ConfigKeys.CONFIG);
    Map<String, ConfigNode> yaml = new LinkedHashMap<>();
    if (file != null) {
      if (!Files.isRegularFile(file)) {
        throw new ConfigException(origin(flags) + ": there is no file " + file);
      }
      collect(YamlFile.read(file), "", yaml);
    } else if (Files.isRegularFile(workingDirectory.resolve(DEFAULT_FILE))) {
      collect(YamlFile.read(workingDirectory.resolve(DEFAULT_FILE)), "", yaml);
    }
    return ServerConfig.of(new ConfigValues(flags, environment, yaml));
  }

  private static String origin(Map<String, String> flags) {
    return flags.containsKey(ConfigKeys.CONFIG.flag())
        ? ConfigKeys.CONFIG.flag()
        : ConfigKeys.CONFIG.environment();
  }

  private static void checkEnvironment(Map<String, String> environment) throws ConfigException {
    List<String> known =
        ConfigKeys.all().stream()
            .map(ConfigKey::environment)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    for (String variable : environment.keySet()) {
      if (variable.startsWith(ENVIRONMENT_PREFIX) && !known.contains(variable)) {
        throw new ConfigException(
            variable + ": unknown environment variable; known are " + String.join(", ", known));
      }
    }
  }

  /** Flattens sections ({@code tls:}) to their keys' paths ({@code tls.cert}). */
  private static void collect(Mapping mapping, String section, Map<String, ConfigNode> yaml)
      throws ConfigException {
    for (Map.Entry<String, ConfigNode> entry : mapping.entries().entrySet()) {
      String path = section + entry.getKey();
      ConfigNode node = entry.getValue();
      if (isKey(path)) {
        yaml.put(path, node);
      } else if (!isSection(path)) {
        throw new ConfigException(
            node.place() + ": unknown key " + path + "; known are " + knownKeys());
      } else if (node instanceof Mapping keys) {
        collect(keys, path + ".", yaml);
      } else {
        throw new ConfigException(node.place() + ": " + path + " must be a mapping of keys");
      }
    }
  }

  private static boolean isKey(String path) {
    return ConfigKeys.all().stream().anyMatch(key -> path.equals(key.yamlPath()));
  }

  private static boolean isSection(String path) {
    return ConfigKeys.all().stream()
        .anyMatch(key -> key.yamlPath() != null && key.yamlPath().startsWith(path + "."));
  }

  private static String knownKeys() {
    return ConfigKeys.all().stream()
        .map(ConfigKey::yamlPath)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
