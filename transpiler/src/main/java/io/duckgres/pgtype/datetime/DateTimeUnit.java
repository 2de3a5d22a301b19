package io.duckgres.pgtype.datetime;

/**
 * Units of dates, times and intervals, as extract and date_trunc name them.
 *
 * <p>Source: {@code src/include/utils/datetime.h} (DTK_ constants).
 */
public enum DateTimeUnit {
  MICROSECONDS,
  MILLISECONDS,
  SECOND,
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  DECADE,
  CENTURY,
  MILLENNIUM,
  DOW,
  DOY,
  ISODOW,
  ISOYEAR,
  JULIAN,
  TIMEZONE,
  TIMEZONE_HOUR,
  TIMEZONE_MINUTE,
  EPOCH,
  TIME;

  /**
   * The unit that a word names in extract, date_part and date_trunc.
   *
   * @param word in lower case
   * @return null when it names none; {@link #TIME} for words that are known and no unit
   */
  public static DateTimeUnit named(String word) {
    DateTimeWords.Word known = DateTimeWords.intervalWord(word);
    if (known == null) {
      known = DateTimeWords.word(word);
    }
    if (known == null) {
      return null;
    }
    if (known.kind() == DateTimeWords.Kind.UNIT) {
      return values()[known.value()];
    }
    boolean epoch =
        known.kind() == DateTimeWords.Kind.RESERVED && known.value() == DateTimeWords.EPOCH;
    return epoch ? EPOCH : null;
  }

  /** Whether a word stands for a whole value, as {@code now} does; in lower case. */
  static boolean isReserved(String word) {
    DateTimeWords.Word known = DateTimeWords.word(word);
    return known != null && known.kind() == DateTimeWords.Kind.RESERVED;
  }

  /** Whether a word is a unit that intervals have; in lower case. */
  static boolean isIntervalUnit(String word) {
    DateTimeWords.Word known = DateTimeWords.intervalWord(word);
    return known != null && known.kind() == DateTimeWords.Kind.UNIT;
  }
}
