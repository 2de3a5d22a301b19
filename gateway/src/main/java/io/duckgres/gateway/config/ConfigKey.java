package io.duckgres.gateway.config;

/**
 * One key of the configuration.
 *
 * @param yamlPath its name in the file, sections separated by points; null when it isn't there
 * @param environment its environment variable, or null
 * @param flag its flag on the command line, or null
 * @param defaultValue what counts when it is given nowhere; may be null
 * @param defaultText how help shows the default
 * @param example YAML for the example file, several lines for a mapping or list; null when it has
 *     no yamlPath
 * @param help a sentence or two
 * @param parser reads its value
 */
public record ConfigKey<T>(
    String yamlPath,
    String environment,
    String flag,
    T defaultValue,
    String defaultText,
    String example,
    String help,
    ConfigParser<T> parser) {

  /** Its name in messages. */
  public String name() {
    return yamlPath != null ? yamlPath : flag;
  }
}
