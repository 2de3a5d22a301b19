package io.duckgres.gateway.settings;

import java.util.List;

/**
 * A run-time parameter's declaration.
 *
 * @param name its canonical spelling
 * @param unit the unit of a plain number: B, kB, 8kB, MB, ms, s or min; empty for none
 * @param context who may change it and when, as pg_settings names it
 * @param type how its values are written
 * @param min the least number, null where there is none
 * @param max the greatest number, null where there is none
 * @param labels the values of an enum
 * @param defaultValue as SHOW prints it, or a number in its unit
 * @param description for SHOW ALL
 */
public record Parameter(
    String name,
    String unit,
    String context,
    Type type,
    String min,
    String max,
    List<String> labels,
    String defaultValue,
    String description) {

  /** How values are written. */
  public enum Type {
    BOOL,
    INTEGER,
    REAL,
    ENUM,
    STRING
  }

  /** Whether a session may change it after it has begun. */
  boolean isSettable() {
    return context.equals("user") || context.equals("superuser");
  }

  /** The same parameter as a statement names it. */
  Parameter called(String as) {
    return new Parameter(as, unit, context, type, min, max, labels, defaultValue, description);
  }

  /** A name with a point that no module has claimed: anybody may make one up. */
  static Parameter custom(String name) {
    return new Parameter(name, "", "user", Type.STRING, null, null, List.of(), null, "");
  }
}
