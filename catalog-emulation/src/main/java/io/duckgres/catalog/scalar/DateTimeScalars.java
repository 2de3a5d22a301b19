package io.duckgres.catalog.scalar;

import java.util.List;

/** The functions of dates and times that are written in Java. */
final class DateTimeScalars {
  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of(
              "pg_interval_text", String.class, String.class, DateTimeFunctions::intervalText),
          ScalarFunction.of(
              "pg_to_char_timestamp",
              Long.class,
              String.class,
              String.class,
              TimestampFormat::format));

  private DateTimeScalars() {}
}
