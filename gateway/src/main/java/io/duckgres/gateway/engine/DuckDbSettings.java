package io.duckgres.gateway.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * DuckDB's settings for an instance. All are set for the whole instance, since a SET costs a
 * session some 180 µs.
 */
final class DuckDbSettings {
  /**
   * The settings that SQL may still change once the configuration is locked. Whatever decides what
   * statements mean (integer_division, null order), what files they reach or how results are
   * exported is not among them.
   */
  private static final List<String> CHANGEABLE =
      List.of(
          "TimeZone", "Calendar", "schema", "search_path", "explain_output", "progress_bar_time");

  private DuckDbSettings() {}

  /** Settings given when the instance is opened. */
  static Properties atOpen(EngineConfiguration configuration) {
    Properties properties = new Properties();
    // What PostgreSQL's statements mean.
    properties.put("default_null_order", "nulls_last_on_asc_first_on_desc");
    properties.put("integer_division", "true");
    properties.put("preserve_insertion_order", "true");
    // How results leave: as a stream, with TIMETZ, UUID, HUGEINT and BIT undistorted.
    properties.put("jdbc_stream_results", "true");
    properties.put("arrow_lossless_conversion", "true");
    // Errors with their position, subtype and names in fields of their own.
    properties.put("errors_as_json", "true");
    properties.put("autoinstall_known_extensions", "false");
    properties.put("autoload_known_extensions", "false");
    properties.put("allow_community_extensions", "false");
    // Two servers must not share an instance of the driver's cache by accident.
    properties.put("jdbc_instance_cache", "false");
    if (configuration.memoryLimit() != null) {
      properties.put("memory_limit", configuration.memoryLimit());
    }
    if (configuration.threads() > 0) {
      properties.put("threads", Integer.toString(configuration.threads()));
    }
    return properties;
  }

  /**
   * The statements that close the sandbox, in order: the last ones can't be undone by SQL. Files
   * outside the allowed directories, INSTALL, LOAD and the instance's settings are then refused by
   * DuckDB itself, whatever text a statement is smuggled in.
   */
  static List<String> sandbox(EngineConfiguration configuration) {
    List<String> statements = new ArrayList<>();
    statements.add("SET GLOBAL TimeZone = 'UTC'");
    statements.add("SET GLOBAL temp_directory = " + literal(configuration.temporaryDirectory()));
    statements.add("SET GLOBAL allowed_directories = " + list(configuration.allowedDirectories()));
    statements.add("SET GLOBAL allow_persistent_secrets = false");
    statements.add("SET GLOBAL enable_external_access = false");
    statements.add("SET GLOBAL allowed_configs = " + strings(CHANGEABLE));
    statements.add("SET GLOBAL lock_configuration = true");
    return statements;
  }

  private static String list(List<Path> paths) {
    return "[" + String.join(", ", paths.stream().map(DuckDbSettings::literal).toList()) + "]";
  }

  private static String strings(List<String> values) {
    return "[" + String.join(", ", values.stream().map(DuckDbSettings::literal).toList()) + "]";
  }

  private static String literal(Path path) {
    return literal(path.toAbsolutePath().normalize().toString());
  }

  /** A string literal of DuckDB's. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
