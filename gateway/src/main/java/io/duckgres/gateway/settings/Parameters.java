package io.duckgres.gateway.settings;

import io.duckgres.gateway.settings.Parameter.Type;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All declared parameters, from {@code parameters.tsv}. */
public final class Parameters {
  private static final Map<String, Parameter> BY_NAME = load();

  /**
   * Those that ParameterStatus reports, in the order in which PostgreSQL 17 greets (GUC_REPORT in
   * guc_tables.c).
   */
  static final List<String> REPORTED =
      List.of(
          "in_hot_standby",
          "integer_datetimes",
          "TimeZone",
          "IntervalStyle",
          "is_superuser",
          "application_name",
          "default_transaction_read_only",
          "scram_iterations",
          "DateStyle",
          "standard_conforming_strings",
          "session_authorization",
          "client_encoding",
          "server_version",
          "server_encoding");

  private Parameters() {}

  /** In alphabetical order. */
  public static Collection<Parameter> all() {
    return BY_NAME.values();
  }

  /** The version of PostgreSQL that clients take us for. */
  public static String serverVersion() {
    return find("server_version").defaultValue();
  }

  /** The parameter of this name in whatever case, or null. */
  static Parameter find(String name) {
    return BY_NAME.get(key(name));
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Checks a name that nobody has declared.
   *
   * @throws PgException 42602 for what is no list of identifiers with dots between them
   */
  static void checkCustom(String name) {
    for (String part : name.split("\\.", -1)) {
      boolean valid = !part.isEmpty();
      for (int i = 0; valid && i < part.length(); i++) {
        char c = part.charAt(i);
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
        valid = letter || i > 0 && (c >= '0' && c <= '9' || c == '$');
      }
      if (!valid) {
        throw new PgException(
                SqlState.INVALID_NAME, "invalid configuration parameter name \"" + name + "\"")
            .withDetail(
                "Custom parameter names must be two or more simple identifiers separated by dots.");
      }
    }
  }

  static PgException unrecognized(String name) {
    return new PgException(
        SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
  }

  private static Map<String, Parameter> load() {
    Map<String, Parameter> parameters = new TreeMap<>();
    try (InputStream in = Parameters.class.getResourceAsStream("parameters.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Parameter parameter = parse(line.split("\t", -1));
        parameters.put(key(parameter.name()), parameter);
      }
      return Collections.unmodifiableMap(parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parameter parse(String[] row) {
    return new Parameter(
        row[0],
        row[1],
        row[2],
        Type.valueOf(row[3].toUpperCase(Locale.ROOT)),
        row[4].isEmpty() ? null : row[4],
        row[5].isEmpty() ? null : row[5],
        row[6].isEmpty() ? List.of() : List.of(row[6].split(",")),
        row[7],
        row[8]);
  }
}
