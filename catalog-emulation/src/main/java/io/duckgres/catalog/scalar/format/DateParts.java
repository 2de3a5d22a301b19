package io.duckgres.catalog.scalar.format;

import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.duckgres.pgtype.datetime.ZoneOffsets;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a timestamp or an interval consists of.
 *
 * @param interval whether it is an interval, whose fields may be negative
 * @param weekday 0 for Sunday
 * @param dayOfYear of an interval its length in days
 * @param offset seconds east of UTC
 * @param zone abbreviation, null for none
 */
record DateParts(
    boolean interval,
    int year,
    int month,
    int day,
    int weekday,
    int dayOfYear,
    long hour,
    int minute,
    int second,
    int micros,
    int offset,
    String zone) {
  private static final long MICROS = 1_000_000L;
  private static final long MICROS_PER_DAY = 86_400L * MICROS;

  /** Of a timestamp in microseconds since 1970. */
  static DateParts ofTimestamp(long micros) {
    return of(micros, 0, null);
  }

  /** Of a moment in a zone. */
  static DateParts ofZoned(long micros, ZoneId zone) {
    long seconds = Math.floorDiv(micros, MICROS);
    int offset = new ZoneOffsets(zone).at(seconds);
    return of(micros + offset * MICROS, offset, DateTimeText.abbreviation(zone, seconds, offset));
  }

  private static DateParts of(long micros, int offset, String zone) {
    long days = Math.floorDiv(micros, MICROS_PER_DAY);
    long time = micros - days * MICROS_PER_DAY;
    LocalDate date = LocalDate.ofEpochDay(days);
    long seconds = time / MICROS;
    return new DateParts(
        false,
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        date.getDayOfWeek().getValue() % 7,
        date.getDayOfYear(),
        seconds / 3600,
        (int) (seconds / 60 % 60),
        (int) (seconds % 60),
        (int) (time % MICROS),
        offset,
        zone);
  }

  static DateParts ofInterval(IntervalValue value) {
    long micros = value.micros();
    return new DateParts(
        true,
        value.months() / 12,
        value.months() % 12,
        value.days(),
        0,
        value.months() * 30 + value.days(),
        micros / (3600 * MICROS),
        (int) (micros / (60 * MICROS) % 60),
        (int) (micros / MICROS % 60),
        (int) (micros % MICROS),
        0,
        null);
  }
}
