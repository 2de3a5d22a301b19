package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.DateTimeUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * The engine's expressions for parts of dates, times and intervals. In them {@code {0}} is the
 * value.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (timestamp_part_common,
 * interval_part_common), {@code date.c} (extract_date, time_part_common, timetz_part_common).
 */
final class DateTimePart {
  /** Parts that grow with time, so that they are infinite where the value is. */
  private static final Set<DateTimeUnit> MONOTONIC =
      EnumSet.of(
          DateTimeUnit.YEAR,
          DateTimeUnit.DECADE,
          DateTimeUnit.CENTURY,
          DateTimeUnit.MILLENNIUM,
          DateTimeUnit.JULIAN,
          DateTimeUnit.ISOYEAR,
          DateTimeUnit.EPOCH);

  private static final String LOCAL = "CAST({0} AS TIMESTAMP)";
  private static final String DAY_MICROS =
      "(epoch_us({0}) - epoch_us(CAST(CAST({0} AS DATE) AS TIMESTAMP)))";

  private DateTimePart() {}

  static boolean isMonotonic(PgType type, DateTimeUnit unit) {
    return type.equals(PgTypes.INTERVAL)
        ? MONOTONIC.contains(unit) || unit == DateTimeUnit.HOUR || unit == DateTimeUnit.DAY
        : MONOTONIC.contains(unit);
  }

  /** Whether the number of decimals differs from value to value, so that it is computed as text. */
  static boolean isText(PgType type, DateTimeUnit unit) {
    return unit == DateTimeUnit.JULIAN && !type.equals(PgTypes.DATE);
  }

  /** As numeric; as its text for {@link #isText}. */
  static String numeric(PgType type, DateTimeUnit unit) {
    if (isLocal(type, unit)) {
      return numeric(PgTypes.TIMESTAMP, unit).replace("{0}", LOCAL);
    }
    String sql = finiteNumeric(type, unit);
    if (!isMonotonic(type, unit) || isText(type, unit)) {
      return sql;
    }
    String infinite =
        type.equals(PgTypes.INTERVAL) ? "{0} NOT BETWEEN " + IntervalBounds.FINITE : "isinf({0})";
    return type.equals(PgTypes.TIME) || type.equals(PgTypes.TIMETZ)
        ? sql
        : "CASE WHEN "
            + infinite
            + " THEN error('[0A000] numeric Infinity is not supported') ELSE "
            + sql
            + " END";
  }

  /** The parts of a moment are those of its local time. */
  private static boolean isLocal(PgType type, DateTimeUnit unit) {
    return type.equals(PgTypes.TIMESTAMPTZ)
        && unit != DateTimeUnit.EPOCH
        && unit != DateTimeUnit.TIMEZONE
        && unit != DateTimeUnit.TIMEZONE_HOUR
        && unit != DateTimeUnit.TIMEZONE_MINUTE;
  }

  private static String finiteNumeric(PgType type, DateTimeUnit unit) {
    if (isText(type, unit)) {
      return "pg_numeric_add(CAST("
          + julianDay()
          + " AS VARCHAR), pg_numeric_div(CAST("
          + DAY_MICROS
          + " AS VARCHAR), '86400000000'))";
    }
    return switch (unit) {
      case EPOCH -> epoch(type);
      case SECOND -> "CAST(" + micros() + " / 1000000.0 AS DECIMAL(8,6))";
      case MILLISECONDS -> "CAST(" + micros() + " / 1000.0 AS DECIMAL(8,3))";
      default -> "CAST(" + integer(type, unit) + " AS DECIMAL(18,0))";
    };
  }

  /** As float8. */
  static String floating(PgType type, DateTimeUnit unit) {
    if (isLocal(type, unit)) {
      return floating(PgTypes.TIMESTAMP, unit).replace("{0}", LOCAL);
    }
    String micros = micros();
    return switch (unit) {
      case EPOCH -> floatingEpoch(type);
      case SECOND ->
          "(CAST("
              + micros
              + " // 1000000 AS DOUBLE) + CAST("
              + micros
              + " % 1000000 AS DOUBLE) / CAST(1000000 AS DOUBLE))";
      case MILLISECONDS ->
          "(CAST("
              + micros
              + " // 1000000 * 1000 AS DOUBLE) + CAST("
              + micros
              + " % 1000000 AS DOUBLE) / CAST(1000 AS DOUBLE))";
      case JULIAN ->
          type.equals(PgTypes.DATE)
              ? "CAST(" + julianDay() + " AS DOUBLE)"
              : "("
                  + julianDay()
                  + " + (CAST("
                  + DAY_MICROS
                  + " // 1000000 AS DOUBLE) + CAST("
                  + DAY_MICROS
                  + " % 1000000 AS DOUBLE) / CAST(1000000 AS DOUBLE)) / CAST(86400 AS DOUBLE))";
      default -> "CAST(" + integer(type, unit) + " AS DOUBLE)";
    };
  }

  private static String micros() {
    return "microsecond({0})";
  }

  private static String julianDay() {
    return "(CAST({0} AS DATE) - DATE '1970-01-01' + 2440588)";
  }

  private static String integer(PgType type, DateTimeUnit unit) {
    boolean interval = type.equals(PgTypes.INTERVAL);
    return switch (unit) {
      case MICROSECONDS -> micros();
      case YEAR ->
          interval
              ? "year({0})"
              // PostgreSQL has no year 0.
              : "CASE WHEN year({0}) <= 0 THEN year({0}) - 1 ELSE year({0}) END";
      case ISOYEAR -> "CASE WHEN isoyear({0}) <= 0 THEN isoyear({0}) - 1 ELSE isoyear({0}) END";
      case DECADE ->
          interval
              ? "year({0}) // 10"
              : "CASE WHEN year({0}) >= 0 THEN year({0}) // 10 ELSE (year({0}) - 9) // 10 END";
      case CENTURY -> ofYears(interval, 100);
      case MILLENNIUM -> ofYears(interval, 1000);
      case JULIAN -> julianDay();
      case HOUR -> "hour({0})";
      case MINUTE -> "minute({0})";
      case DAY -> "day({0})";
      case MONTH -> "month({0})";
      case TIMEZONE -> "date_part('timezone', {0})";
      case TIMEZONE_HOUR -> "CAST(date_part('timezone', {0}) AS BIGINT) // 3600";
      case TIMEZONE_MINUTE -> "CAST(date_part('timezone', {0}) AS BIGINT) % 3600 // 60";
      default -> "date_part('" + unit.name().toLowerCase(java.util.Locale.ROOT) + "', {0})";
    };
  }

  /** Centuries and millennia begin with a year 1 and count down before it. */
  private static String ofYears(boolean interval, int years) {
    return interval
        ? "year({0}) // " + years
        : "CASE WHEN year({0}) > 0 THEN (year({0}) + "
            + (years - 1)
            + ") // "
            + years
            + " ELSE -(("
            + years
            + " - year({0})) // "
            + years
            + ") END";
  }

  private static String epoch(PgType type) {
    if (type.equals(PgTypes.DATE)) {
      return "CAST(epoch_us({0}) // 1000000 AS DECIMAL(18,0))";
    }
    if (type.equals(PgTypes.INTERVAL)) {
      // A year counts 365.25 days, a month 30.
      return "CAST((CAST(year({0}) AS DECIMAL(10,0)) * 31557600"
          + " + CAST(month({0}) AS DECIMAL(10,0)) * 2592000"
          + " + CAST(day({0}) AS DECIMAL(10,0)) * 86400"
          + " + CAST(hour({0}) AS DECIMAL(12,0)) * 3600"
          + " + minute({0}) * 60) AS DECIMAL(24,6))"
          + " + CAST(microsecond({0}) / 1000000.0 AS DECIMAL(8,6))";
    }
    String micros =
        type.equals(PgTypes.TIMETZ)
            ? "epoch_us({0}) - CAST(date_part('timezone', {0}) AS BIGINT) * 1000000"
            : "epoch_us({0})";
    return "CAST(CAST(" + micros + " AS DECIMAL(20,0)) * 0.000001 AS DECIMAL(24,6))";
  }

  private static String floatingEpoch(PgType type) {
    if (type.equals(PgTypes.INTERVAL)) {
      return "(CAST(hour({0}) * 3600000000 + minute({0}) * 60000000 + microsecond({0}) AS DOUBLE)"
          + " / CAST(1000000 AS DOUBLE) + CAST(31557600 * year({0}) AS DOUBLE)"
          + " + CAST(2592000 * month({0}) AS DOUBLE) + CAST(86400 * day({0}) AS DOUBLE))";
    }
    String seconds = "CAST(epoch_us({0}) AS DOUBLE) / CAST(1000000 AS DOUBLE)";
    return type.equals(PgTypes.TIMETZ) ? "(" + seconds + " - date_part('timezone', {0}))" : seconds;
  }
}
