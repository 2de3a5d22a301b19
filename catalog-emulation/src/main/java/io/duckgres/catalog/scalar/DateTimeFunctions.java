package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.datetime.IntervalText;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.duckgres.pgtype.datetime.StringSink;

/** Texts of dates and times. */
final class DateTimeFunctions {
  private static final IntervalText POSTGRES_STYLE = new IntervalText("postgres");

  private DateTimeFunctions() {}

  /** An interval as PostgreSQL's default style prints it, from the engine's text of it. */
  static String intervalText(String engineText) {
    IntervalValue value = IntervalValue.ofEngineText(engineText);
    StringSink out = new StringSink();
    POSTGRES_STYLE.write(value.months(), value.days(), value.micros(), out);
    return out.toString();
  }
}
