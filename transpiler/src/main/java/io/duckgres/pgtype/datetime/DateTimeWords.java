package io.duckgres.pgtype.datetime;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of dates and times. Sources: the token table of {@code
 * src/backend/utils/adt/datetime.c}, {@code src/timezone/tznames/Default}.
 */
public final class DateTimeWords {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final List<String> WEEKDAYS =
      List.of(
          "sun",
          "sunday",
          "mon",
          "monday",
          "tue",
          "tues",
          "tuesday",
          "wed",
          "weds",
          "wednesday",
          "thu",
          "thur",
          "thurs",
          "thursday",
          "fri",
          "friday",
          "sat",
          "saturday");

  private static final Map<String, DateTimeFields.Special> SPECIALS =
      Map.of(
          "epoch", DateTimeFields.Special.EPOCH,
          "infinity", DateTimeFields.Special.INFINITY,
          "now", DateTimeFields.Special.NOW,
          "today", DateTimeFields.Special.TODAY,
          "tomorrow", DateTimeFields.Special.TOMORROW,
          "yesterday", DateTimeFields.Special.YESTERDAY,
          "allballs", DateTimeFields.Special.ALLBALLS);

  /** Abbreviations with their offsets in hours. */
  private static final Map<String, Double> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("z", 0.0),
          Map.entry("zulu", 0.0),
          Map.entry("ut", 0.0),
          Map.entry("utc", 0.0),
          Map.entry("uct", 0.0),
          Map.entry("gmt", 0.0),
          Map.entry("wet", 0.0),
          Map.entry("west", 1.0),
          Map.entry("bst", 1.0),
          Map.entry("cet", 1.0),
          Map.entry("met", 1.0),
          Map.entry("mez", 1.0),
          Map.entry("cest", 2.0),
          Map.entry("mest", 2.0),
          Map.entry("mesz", 2.0),
          Map.entry("eet", 2.0),
          Map.entry("sast", 2.0),
          Map.entry("eest", 3.0),
          Map.entry("msk", 3.0),
          Map.entry("msd", 4.0),
          Map.entry("ist", 2.0),
          Map.entry("pkt", 5.0),
          Map.entry("hkt", 8.0),
          Map.entry("sgt", 8.0),
          Map.entry("awst", 8.0),
          Map.entry("jst", 9.0),
          Map.entry("kst", 9.0),
          Map.entry("acst", 9.5),
          Map.entry("aest", 10.0),
          Map.entry("aedt", 11.0),
          Map.entry("nzst", 12.0),
          Map.entry("nzdt", 13.0),
          Map.entry("nst", -3.5),
          Map.entry("ndt", -2.5),
          Map.entry("ast", -4.0),
          Map.entry("adt", -3.0),
          Map.entry("est", -5.0),
          Map.entry("edt", -4.0),
          Map.entry("cst", -6.0),
          Map.entry("cdt", -5.0),
          Map.entry("mst", -7.0),
          Map.entry("mdt", -6.0),
          Map.entry("pst", -8.0),
          Map.entry("pdt", -7.0),
          Map.entry("akst", -9.0),
          Map.entry("akdt", -8.0),
          Map.entry("hst", -10.0));

  private static final Map<String, String> ZONES = new HashMap<>();

  static {
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZONES.put(id.toLowerCase(Locale.ROOT), id);
    }
  }

  private DateTimeWords() {}

  /** 1 for January or Jan in any case; 0 for no month. */
  static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() >= 3) {
      for (int i = 0; i < MONTHS.size(); i++) {
        String name = MONTHS.get(i);
        if (name.equals(lower) || name.substring(0, 3).equals(lower)) {
          return i + 1;
        }
      }
    }
    return lower.equals("sept") ? 9 : 0;
  }

  static boolean isWeekday(String word) {
    return WEEKDAYS.contains(word);
  }

  static boolean isInfinity(String word) {
    return word.equals("infinity") || word.equals("inf");
  }

  /** What a word stands for, or null. */
  static DateTimeFields.Special special(String word) {
    return SPECIALS.get(word);
  }

  static boolean isAbbreviation(String name) {
    return ABBREVIATIONS.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** The zone of an abbreviation or a name in any case, or null. */
  static ZoneId zone(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Double hours = ABBREVIATIONS.get(lower);
    if (hours != null) {
      return ZoneOffset.ofTotalSeconds((int) (hours * 3600));
    }
    String id = ZONES.get(lower);
    return id == null ? null : ZoneId.of(id);
  }
}
