package io.duckgres.gateway.config;

import io.duckgres.gateway.config.ConfigNode.Scalar;
import io.duckgres.gateway.config.ConfigParser.UnusableValueException;
import java.util.Map;

/**
 * What was given for the keys, by source.
 *
 * @param flags by flag
 * @param environment by variable
 * @param yaml by yamlPath
 */
record ConfigValues(
    Map<String, String> flags, Map<String, String> environment, Map<String, ConfigNode> yaml) {

  <T> T get(ConfigKey<T> key) throws ConfigException {
    ConfigNode given = given(key);
    if (given == null) {
      return key.defaultValue();
    }
    try {
      return key.parser().parse(given);
    } catch (UnusableValueException error) {
      String name = error.place().equals(key.name()) ? "" : key.name() + " ";
      throw new ConfigException(error.place() + ": " + name + error.getMessage());
    }
  }

  private ConfigNode given(ConfigKey<?> key) {
    if (key.flag() != null && flags.containsKey(key.flag())) {
      return new Scalar(flags.get(key.flag()), key.flag());
    }
    if (key.environment() != null && environment.containsKey(key.environment())) {
      return new Scalar(environment.get(key.environment()), key.environment());
    }
    return key.yamlPath() == null ? null : yaml.get(key.yamlPath());
  }
}
