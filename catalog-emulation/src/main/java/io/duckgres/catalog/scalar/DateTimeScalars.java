package io.duckgres.catalog.scalar;

import io.duckgres.catalog.scalar.format.DateFormats;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import java.util.List;

/** The functions of dates and times that are written in Java. */
final class DateTimeScalars {
  private static final Class<String> TEXT = String.class;
  private static final Class<Long> MICROS = Long.class;
  private static final Class<Integer> INT = Integer.class;
  private static final Class<Double> DOUBLE = Double.class;

  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of(
              "pg_to_char_timestamp", MICROS, TEXT, TEXT, (a, b) -> DateFormats.timestamp(a, b)),
          ScalarFunction.strict(
              "pg_to_char_timestamptz",
              TEXT,
              a -> DateFormats.zoned((Long) a[0], (String) a[1], (String) a[2]),
              MICROS,
              TEXT,
              TEXT),
          ScalarFunction.of("pg_to_char_interval", TEXT, TEXT, TEXT, DateFormats::interval),
          ScalarFunction.of("pg_to_date", TEXT, TEXT, INT, DateFormats::date),
          ScalarFunction.strict(
              "pg_to_timestamp",
              MICROS,
              a -> DateFormats.timestamp((String) a[0], (String) a[1], (String) a[2]),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.of(
              "pg_timeofday", DOUBLE, TEXT, TEXT, (chance, zone) -> DateFormats.timeOfDay(zone)),
          ScalarFunction.of("pg_interval_add", TEXT, TEXT, TEXT, IntervalFunctions::add),
          ScalarFunction.of("pg_interval_sub", TEXT, TEXT, TEXT, IntervalFunctions::subtract),
          ScalarFunction.of("pg_interval_neg", TEXT, TEXT, IntervalFunctions::negate),
          ScalarFunction.of("pg_interval_mul", TEXT, DOUBLE, TEXT, IntervalFunctions::multiply),
          ScalarFunction.of("pg_interval_div", TEXT, DOUBLE, TEXT, IntervalFunctions::divide),
          ScalarFunction.ofStrictTexts("pg_interval_sum", TEXT, IntervalFunctions::sum),
          ScalarFunction.ofStrictTexts("pg_interval_avg", TEXT, IntervalFunctions::average),
          ScalarFunction.of("pg_justify_hours", TEXT, TEXT, IntervalFunctions::justifyHours),
          ScalarFunction.of("pg_justify_days", TEXT, TEXT, IntervalFunctions::justifyDays),
          ScalarFunction.of("pg_justify_interval", TEXT, TEXT, IntervalFunctions::justify),
          ScalarFunction.strict(
              "pg_make_interval",
              TEXT,
              IntervalFunctions::make,
              INT,
              INT,
              INT,
              INT,
              INT,
              INT,
              DOUBLE),
          ScalarFunction.of(
              "pg_interval_isfinite", TEXT, Boolean.class, IntervalFunctions::isFinite),
          ScalarFunction.of("pg_interval_zone", TEXT, MICROS, IntervalFunctions::zoneSeconds),
          ScalarFunction.strict("pg_make_date", INT, MakeFunctions::date, INT, INT, INT),
          ScalarFunction.strict("pg_make_time", MICROS, MakeFunctions::time, INT, INT, DOUBLE),
          ScalarFunction.strict(
              "pg_make_timestamp",
              MICROS,
              MakeFunctions::timestamp,
              INT,
              INT,
              INT,
              INT,
              INT,
              DOUBLE),
          ScalarFunction.of("pg_zone", TEXT, TEXT, ZoneFunctions::engineName),
          ScalarFunction.of("pg_to_local", MICROS, TEXT, MICROS, ZoneFunctions::toLocal),
          ScalarFunction.of("pg_to_utc", MICROS, TEXT, MICROS, ZoneFunctions::toUtc),
          ScalarFunction.strict(
              "pg_timetz_zone",
              TEXT,
              a -> ZoneFunctions.timeAt((String) a[0], (String) a[1], (Long) a[2]),
              TEXT,
              TEXT,
              MICROS),
          ScalarFunction.of("pg_timetz_offset", TEXT, MICROS, TEXT, ZoneFunctions::timeAtOffset),
          ScalarFunction.of("pg_interval_trunc", TEXT, TEXT, TEXT, IntervalFunctions::truncate),
          ScalarFunction.strict(
              "pg_unit",
              TEXT,
              a -> DateTimeFunctions.unit((String) a[0], (String) a[1], (Boolean) a[2]),
              TEXT,
              TEXT,
              Boolean.class),
          ScalarFunction.of("pg_stride", TEXT, MICROS, IntervalFunctions::stride),
          ScalarFunction.of("pg_to_utc_strict", MICROS, TEXT, MICROS, ZoneFunctions::toUtcStrict),
          ScalarFunction.of("pg_interval_typmod", TEXT, INT, TEXT, IntervalFunctions::typmod),
          ScalarFunction.of("pg_timetz_round", TEXT, MICROS, TEXT, ZoneFunctions::timeRounded),
          ScalarFunction.of("pg_timetz_plus", TEXT, MICROS, TEXT, ZoneFunctions::timePlus),
          input("pg_date_in", PgTypes.DATE),
          input("pg_time_in", PgTypes.TIME),
          input("pg_timetz_in", PgTypes.TIMETZ),
          input("pg_timestamp_in", PgTypes.TIMESTAMP),
          input("pg_timestamptz_in", PgTypes.TIMESTAMPTZ),
          ScalarFunction.withNulls(
              "pg_interval_in", TEXT, DateTimeFunctions::intervalInput, TEXT, TEXT),
          ScalarFunction.withNulls(
              "pg_interval_out", TEXT, DateTimeFunctions::intervalOutput, TEXT, TEXT),
          output("pg_date_out", PgTypes.DATE),
          output("pg_timestamp_out", PgTypes.TIMESTAMP),
          output("pg_timestamptz_out", PgTypes.TIMESTAMPTZ));

  private DateTimeScalars() {}

  /** The text, DateStyle and TimeZone. */
  private static ScalarFunction input(String name, PgType type) {
    return ScalarFunction.withNulls(
        name, TEXT, arguments -> DateTimeFunctions.input(arguments, type), TEXT, TEXT, TEXT);
  }

  /** Microseconds since 1970, DateStyle and TimeZone. */
  private static ScalarFunction output(String name, PgType type) {
    return ScalarFunction.withNulls(
        name, TEXT, arguments -> DateTimeFunctions.output(arguments, type), MICROS, TEXT, TEXT);
  }
}
