package io.duckgres.catalog.scalar.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A pattern of a template.
 *
 * @param name as it is written
 * @param field what it stands for
 * @param digit its value is a number, so that one before it ends after its usual width
 * @param calendar in which it counts
 *     <p>Source: the table DCH_keywords of {@code src/backend/utils/adt/formatting.c}.
 */
record Keyword(String name, Field field, boolean digit, Calendar calendar) {
  /** What patterns stand for; spellings in upper and lower case stand for the same. */
  enum Field {
    ERA_DOTS,
    HALF_DAY_DOTS,
    ERA,
    HALF_DAY,
    CENTURY,
    DAY_NAME,
    DAY_OF_YEAR,
    DAY,
    SHORT_DAY_NAME,
    WEEKDAY,
    FRACTION,
    FIXED,
    HOUR_24,
    HOUR_12,
    ISO_DAY_OF_YEAR,
    ISO_WEEKDAY,
    ISO_WEEK,
    ISO_YEAR,
    JULIAN_DAY,
    MINUTE,
    MONTH,
    MONTH_NAME,
    SHORT_MONTH_NAME,
    MILLISECOND,
    OFFSET,
    QUARTER,
    ROMAN_MONTH,
    SECONDS_OF_DAY,
    SECOND,
    ZONE_HOUR,
    ZONE_MINUTE,
    ZONE,
    MICROSECOND,
    WEEK_OF_YEAR,
    WEEK_OF_MONTH,
    YEAR_WITH_COMMA,
    YEAR
  }

  /** Years and weeks of the Gregorian calendar or of ISO 8601, which can't be mixed. */
  enum Calendar {
    NONE,
    GREGORIAN,
    ISO_WEEK
  }

  private static final Map<Character, List<Keyword>> BY_FIRST = new HashMap<>();

  static {
    // Longer ones stand before those that they begin with.
    add("A.D. B.C.", Field.ERA_DOTS, false, Calendar.NONE);
    add("A.M. P.M.", Field.HALF_DAY_DOTS, false, Calendar.NONE);
    add("AD BC", Field.ERA, false, Calendar.NONE);
    add("AM PM", Field.HALF_DAY, false, Calendar.NONE);
    add("CC", Field.CENTURY, true, Calendar.NONE);
    add("DAY Day", Field.DAY_NAME, false, Calendar.NONE);
    add("DDD", Field.DAY_OF_YEAR, true, Calendar.GREGORIAN);
    add("DD", Field.DAY, true, Calendar.GREGORIAN);
    add("DY Dy", Field.SHORT_DAY_NAME, false, Calendar.NONE);
    add("D", Field.WEEKDAY, true, Calendar.GREGORIAN);
    add("FF1 FF2 FF3 FF4 FF5 FF6", Field.FRACTION, true, Calendar.NONE);
    add("FX", Field.FIXED, false, Calendar.NONE);
    add("HH24", Field.HOUR_24, true, Calendar.NONE);
    add("HH12 HH", Field.HOUR_12, true, Calendar.NONE);
    add("IDDD", Field.ISO_DAY_OF_YEAR, true, Calendar.ISO_WEEK);
    add("ID", Field.ISO_WEEKDAY, true, Calendar.ISO_WEEK);
    add("IW", Field.ISO_WEEK, true, Calendar.ISO_WEEK);
    add("IYYY IYY IY I", Field.ISO_YEAR, true, Calendar.ISO_WEEK);
    add("J", Field.JULIAN_DAY, true, Calendar.NONE);
    add("MI", Field.MINUTE, true, Calendar.NONE);
    add("MM", Field.MONTH, true, Calendar.GREGORIAN);
    add("MONTH Month", Field.MONTH_NAME, false, Calendar.GREGORIAN);
    add("MON Mon", Field.SHORT_MONTH_NAME, false, Calendar.GREGORIAN);
    add("MS", Field.MILLISECOND, true, Calendar.NONE);
    add("OF", Field.OFFSET, false, Calendar.NONE);
    add("Q", Field.QUARTER, true, Calendar.NONE);
    add("RM", Field.ROMAN_MONTH, false, Calendar.GREGORIAN);
    add("SSSSS SSSS", Field.SECONDS_OF_DAY, true, Calendar.NONE);
    add("SS", Field.SECOND, true, Calendar.NONE);
    add("TZH", Field.ZONE_HOUR, false, Calendar.NONE);
    add("TZM", Field.ZONE_MINUTE, true, Calendar.NONE);
    add("TZ", Field.ZONE, false, Calendar.NONE);
    add("US", Field.MICROSECOND, true, Calendar.NONE);
    add("WW", Field.WEEK_OF_YEAR, true, Calendar.GREGORIAN);
    add("W", Field.WEEK_OF_MONTH, true, Calendar.GREGORIAN);
    add("Y,YYY", Field.YEAR_WITH_COMMA, true, Calendar.GREGORIAN);
    add("YYYY YYY YY Y", Field.YEAR, true, Calendar.GREGORIAN);
  }

  private static void add(String names, Field field, boolean digit, Calendar calendar) {
    for (String name : names.split(" ")) {
      put(new Keyword(name, field, digit, calendar));
    }
    for (String name : names.split(" ")) {
      if (name.equals(name.toUpperCase(Locale.ROOT))) {
        put(new Keyword(name.toLowerCase(Locale.ROOT), field, digit, calendar));
      }
    }
  }

  private static void put(Keyword keyword) {
    BY_FIRST.computeIfAbsent(keyword.name.charAt(0), first -> new ArrayList<>()).add(keyword);
  }

  /** The pattern that stands at a place, null for none. */
  static Keyword at(String template, int at) {
    for (Keyword keyword : BY_FIRST.getOrDefault(template.charAt(at), List.of())) {
      if (template.startsWith(keyword.name, at)) {
        return keyword;
      }
    }
    return null;
  }

  int length() {
    return name.length();
  }

  /** Whether all letters of a name are to be capitals. */
  boolean isUpper() {
    return Character.isUpperCase(name.charAt(1));
  }

  boolean isCapital() {
    return Character.isUpperCase(name.charAt(0));
  }
}
