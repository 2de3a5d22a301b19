package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.DateTimeUnit;
import java.util.Locale;

/**
 * The engine's expressions for date_trunc: {@code {0}} is the value, {@code {1}} the zone.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (timestamp_trunc, interval_trunc).
 */
final class DateTimeTrunc {
  private DateTimeTrunc() {}

  static String sql(DateTimeUnit unit, PgType type, boolean zoned) {
    if (type.equals(PgTypes.INTERVAL)) {
      return interval(unit);
    }
    if (zoned) {
      return "CASE WHEN isinf({0}) THEN {0} ELSE timezone(pg_zone({1}), "
          + local(unit, "timezone(pg_zone({1}), {0})", "TIMESTAMP")
          + ") END";
    }
    return local(
        unit, "{0}", type.equals(PgTypes.TIMESTAMPTZ) ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP");
  }

  private static String local(DateTimeUnit unit, String value, String engineType) {
    String name = unit.name().toLowerCase(Locale.ROOT);
    String plain = "date_trunc('" + name + "', " + value + ")";
    return switch (unit) {
      case DECADE -> years(value, 10, 0, plain, engineType);
      case CENTURY -> years(value, 100, 1, shifted(name, value), engineType);
      case MILLENNIUM -> years(value, 1000, 1, shifted(name, value), engineType);
      default -> plain;
    };
  }

  /** Centuries begin with a year 1, where the engine counts from year 0. */
  private static String shifted(String name, String value) {
    return "date_trunc('" + name + "', " + value + " - INTERVAL 1 YEAR) + INTERVAL 1 YEAR";
  }

  /** Before Christ the engine rounds towards zero. */
  private static String years(
      String value, int length, int first, String plain, String engineType) {
    String local = "CAST(" + value + " AS TIMESTAMP)";
    return "CASE WHEN year("
        + local
        + ") <= 0 THEN CAST(CAST(make_date(CAST(floor((year("
        + local
        + ") - "
        + first
        + ") / CAST("
        + length
        + " AS DOUBLE)) * "
        + length
        + " + "
        + first
        + " AS BIGINT), 1, 1) AS TIMESTAMP) AS "
        + engineType
        + ") ELSE "
        + plain
        + " END";
  }

  private static String interval(DateTimeUnit unit) {
    return "CAST(pg_interval_trunc('" + unit.name() + "', CAST({0} AS VARCHAR)) AS INTERVAL)";
  }
}
