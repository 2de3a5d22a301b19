package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Template;

/**
 * The precision of times: fractions of a second are rounded, halves away from zero; timestamps
 * count from the year 2000.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (AdjustTimestampForTypmod,
 * AdjustIntervalForTypmod), {@code date.c} (AdjustTimeForTypmod).
 */
final class TimePrecision {
  private static final int FULL = 6;
  private static final String TO_2000 = "946684800000000";

  private TimePrecision() {}

  /** The template that rounds a value, null when nothing is to be done. */
  static Template of(PgType type, int typmod) {
    if (type.equals(PgTypes.INTERVAL)) {
      return Template.parse(
          "CAST(pg_interval_typmod(CAST({0} AS VARCHAR), " + typmod + ") AS INTERVAL)");
    }
    if (typmod < 0 || typmod >= FULL) {
      return null;
    }
    return Template.parse(sql("{0}", type, typmod));
  }

  /** The same of an expression. */
  static String sql(String value, PgType type, int digits) {
    long unit = Math.round(Math.pow(10, FULL - digits));
    if (type.equals(PgTypes.TIMETZ)) {
      return "CAST(pg_timetz_round(CAST("
          + value
          + " AS VARCHAR), "
          + unit
          + ") AS TIME WITH TIME ZONE)";
    }
    if (type.equals(PgTypes.TIME)) {
      return "CAST(CAST(to_microseconds((epoch_us("
          + value
          + ") + "
          + unit / 2
          + ") // "
          + unit
          + " * "
          + unit
          + ") AS VARCHAR) AS TIME)";
    }
    String make = type.equals(PgTypes.TIMESTAMP) ? "make_timestamp" : "make_timestamptz";
    String micros = "epoch_us(" + value + ")";
    return "CASE WHEN isfinite("
        + value
        + ") THEN "
        + make
        + "("
        + TO_2000
        + " + ("
        + micros
        + " - "
        + TO_2000
        + " + CASE WHEN "
        + micros
        + " >= "
        + TO_2000
        + " THEN "
        + unit / 2
        + " ELSE "
        + -(unit / 2)
        + " END) // "
        + unit
        + " * "
        + unit
        + ") ELSE "
        + value
        + " END";
  }
}
