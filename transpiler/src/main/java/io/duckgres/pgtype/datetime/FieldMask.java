package io.duckgres.pgtype.datetime;

/**
 * Which fields of a date, time or interval have been seen.
 *
 * <p>Source: {@code src/include/utils/datetime.h}.
 */
final class FieldMask {
  static final int MONTH = 1 << 1;
  static final int YEAR = 1 << 2;
  static final int DAY = 1 << 3;
  static final int ZONE = 1 << 5;
  static final int DAYLIGHT_ZONE = 1 << 6;
  static final int HALF_DAY = 1 << 9;
  static final int HOUR = 1 << 10;
  static final int MINUTE = 1 << 11;
  static final int SECOND = 1 << 12;
  static final int MILLISECOND = 1 << 13;
  static final int MICROSECOND = 1 << 14;
  static final int DAY_OF_YEAR = 1 << 15;
  static final int WEEKDAY = 1 << 16;
  static final int ERA = 1 << 18;
  static final int WEEK = 1 << 24;
  static final int DECADE = 1 << 25;
  static final int CENTURY = 1 << 26;
  static final int MILLENNIUM = 1 << 27;
  static final int DAYLIGHT = 1 << 28;
  static final int DATE = YEAR | MONTH | DAY;
  static final int TIME = HOUR | MINUTE | SECOND;
  static final int ALL_SECONDS = SECOND | MILLISECOND | MICROSECOND;

  /** Range of an interval type that names no fields. */
  static final int FULL_RANGE = 0x7FFF;

  private FieldMask() {}

  static boolean hasAll(int mask, int fields) {
    return (mask & fields) == fields;
  }
}
