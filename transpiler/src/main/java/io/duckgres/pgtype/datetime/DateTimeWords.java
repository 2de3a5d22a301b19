package io.duckgres.pgtype.datetime;

import java.util.HashMap;
import java.util.Map;

/**
 * The words of dates, times and intervals; only their first ten letters count.
 *
 * <p>Source: the token tables of {@code src/backend/utils/adt/datetime.c}.
 */
final class DateTimeWords {
  /** What a word is. */
  enum Kind {
    RESERVED,
    MONTH,
    WEEKDAY,
    HALF_DAY,
    ERA,
    UNIT,
    ISO_TIME,
    DAYLIGHT,
    IGNORED,
    AGO
  }

  /** Values of {@link Kind#RESERVED}. */
  static final int NOW = 1;

  static final int TODAY = 2;
  static final int TOMORROW = 3;
  static final int YESTERDAY = 4;
  static final int ZULU = 5;
  static final int EPOCH = 6;
  static final int LATE = 7;
  static final int EARLY = 8;

  /** Values of {@link Kind#HALF_DAY} and {@link Kind#ERA}. */
  static final int AM = 0;

  static final int PM = 1;
  static final int AD = 0;
  static final int BC = 1;

  /**
   * A word.
   *
   * @param value month, weekday, one of the constants, or the ordinal of a {@link DateTimeUnit}
   */
  record Word(Kind kind, int value) {}

  private static final int MOST_LETTERS = 10;
  private static final Map<String, Word> WORDS = new HashMap<>();
  private static final Map<String, Word> INTERVAL_WORDS = new HashMap<>();

  static {
    names(
        Kind.MONTH,
        1,
        "jan january,feb february,mar march,apr april,may,jun june,jul july,aug august,"
            + "sep sept september,oct october,nov november,dec december");
    names(
        Kind.WEEKDAY,
        0,
        "sun sunday,mon monday,tue tues tuesday,wed weds wednesday,thu thur thurs thursday,"
            + "fri friday,sat saturday");
    names(Kind.RESERVED, NOW, "now,today,tomorrow,yesterday,allballs,epoch,infinity +infinity");
    names(Kind.RESERVED, EARLY, "-infinity");
    names(Kind.HALF_DAY, AM, "am,pm");
    names(Kind.ERA, AD, "ad,bc");
    names(Kind.IGNORED, 0, "at on");
    names(Kind.DAYLIGHT, 3600, "dst");
    names(Kind.ISO_TIME, DateTimeUnit.TIME.ordinal(), "t");
    unit(WORDS, DateTimeUnit.DAY, "d");
    unit(WORDS, DateTimeUnit.DOW, "dow");
    unit(WORDS, DateTimeUnit.DOY, "doy");
    unit(WORDS, DateTimeUnit.HOUR, "h");
    unit(WORDS, DateTimeUnit.ISODOW, "isodow");
    unit(WORDS, DateTimeUnit.ISOYEAR, "isoyear");
    unit(WORDS, DateTimeUnit.JULIAN, "j jd julian");
    unit(WORDS, DateTimeUnit.MONTH, "m");
    unit(WORDS, DateTimeUnit.MINUTE, "mm");
    unit(WORDS, DateTimeUnit.SECOND, "s");
    unit(WORDS, DateTimeUnit.YEAR, "y");
    INTERVAL_WORDS.put("ago", new Word(Kind.AGO, 0));
    INTERVAL_WORDS.put("infinity", new Word(Kind.RESERVED, LATE));
    INTERVAL_WORDS.put("+infinity", new Word(Kind.RESERVED, LATE));
    INTERVAL_WORDS.put("-infinity", new Word(Kind.RESERVED, EARLY));
    unit(INTERVAL_WORDS, DateTimeUnit.CENTURY, "c cent centuries century");
    unit(INTERVAL_WORDS, DateTimeUnit.DAY, "d day days");
    unit(INTERVAL_WORDS, DateTimeUnit.DECADE, "dec decade decades decs");
    unit(INTERVAL_WORDS, DateTimeUnit.HOUR, "h hour hours hr hrs");
    unit(INTERVAL_WORDS, DateTimeUnit.MINUTE, "m min mins minute minutes");
    unit(INTERVAL_WORDS, DateTimeUnit.MICROSECONDS, "microsecon us usec usecond useconds usecs");
    unit(INTERVAL_WORDS, DateTimeUnit.MILLENNIUM, "mil millennia millennium mils");
    unit(INTERVAL_WORDS, DateTimeUnit.MILLISECONDS, "millisecon ms msec msecond mseconds msecs");
    unit(INTERVAL_WORDS, DateTimeUnit.MONTH, "mon mons month months");
    unit(INTERVAL_WORDS, DateTimeUnit.QUARTER, "qtr quarter");
    unit(INTERVAL_WORDS, DateTimeUnit.SECOND, "s sec second seconds secs");
    unit(INTERVAL_WORDS, DateTimeUnit.TIMEZONE, "timezone");
    unit(INTERVAL_WORDS, DateTimeUnit.TIMEZONE_HOUR, "timezone_h");
    unit(INTERVAL_WORDS, DateTimeUnit.TIMEZONE_MINUTE, "timezone_m");
    unit(INTERVAL_WORDS, DateTimeUnit.WEEK, "w week weeks");
    unit(INTERVAL_WORDS, DateTimeUnit.YEAR, "y year years yr yrs");
  }

  private DateTimeWords() {}

  private static void names(Kind kind, int first, String spellings) {
    int value = first;
    for (String same : spellings.split(",")) {
      for (String name : same.split(" ")) {
        WORDS.put(name, new Word(kind, value));
      }
      value++;
    }
  }

  private static void unit(Map<String, Word> words, DateTimeUnit unit, String spellings) {
    for (String name : spellings.split(" ")) {
      words.put(name, new Word(Kind.UNIT, unit.ordinal()));
    }
  }

  private static String key(String word) {
    return word.length() > MOST_LETTERS ? word.substring(0, MOST_LETTERS) : word;
  }

  /** A word of dates and times, null for another; in lower case. */
  static Word word(String word) {
    return WORDS.get(key(word));
  }

  /** A word of intervals or a unit, null for another; in lower case. */
  static Word intervalWord(String word) {
    return INTERVAL_WORDS.get(key(word));
  }

  static boolean isWord(String word) {
    return WORDS.containsKey(key(word));
  }
}
