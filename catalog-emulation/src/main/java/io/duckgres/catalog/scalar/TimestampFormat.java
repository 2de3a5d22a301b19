package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;

/**
 * to_char of timestamps.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (DCH_to_char).
 */
final class TimestampFormat {
  /** Longest first where one is the beginning of another. */
  private static final List<String> PATTERNS =
      List.of(
          "HH24", "HH12", "HH", "MI", "SSSSS", "SSSS", "SS", "MS", "US", "FF1", "FF2", "FF3", "FF4",
          "FF5", "FF6", "A.M.", "P.M.", "AM", "PM", "Y,YYY", "YYYY", "YYY", "YY", "Y", "IYYY",
          "IYY", "IY", "IDDD", "ID", "IW", "I", "B.C.", "A.D.", "BC", "AD", "MONTH", "MON", "MM",
          "DAY", "DY", "DDD", "DD", "D", "WW", "W", "CC", "J", "Q", "RM", "TZH", "TZM", "TZ", "OF");

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  private static final String[] ROMAN = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
  };
  private static final int NAME_WIDTH = 9;

  private final LocalDateTime time;
  private final String format;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private TimestampFormat(LocalDateTime time, String format) {
    this.time = time;
    this.format = format;
  }

  /**
   * The text.
   *
   * @param micros local time in microseconds since 1970
   */
  static String format(Long micros, String format) {
    long seconds = Math.floorDiv(micros, 1_000_000L);
    int nanos = (int) Math.floorMod(micros, 1_000_000L) * 1000;
    TimestampFormat writer =
        new TimestampFormat(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC), format);
    while (writer.at < format.length()) {
      writer.next();
    }
    return writer.out.toString();
  }

  private void next() {
    char c = format.charAt(at);
    if (c == '"') {
      quoted();
      return;
    }
    if (c == '\\' && at + 1 < format.length() && format.charAt(at + 1) == '"') {
      out.append('"');
      at += 2;
      return;
    }
    boolean fill = true;
    int start = at;
    if (startsWith("FM")) {
      fill = false;
      at += 2;
    } else if (startsWith("TM") || startsWith("FX")) {
      at += 2;
    }
    for (String pattern : PATTERNS) {
      if (startsWith(pattern)) {
        String written = format.substring(at, at + pattern.length());
        at += pattern.length();
        String value = value(pattern, written, fill);
        out.append(value).append(suffix(value));
        return;
      }
    }
    at = start == at ? at + 1 : at;
    if (start == at - 1) {
      out.append(c);
    }
  }

  private boolean startsWith(String pattern) {
    return format.regionMatches(true, at, pattern, 0, pattern.length());
  }

  private void quoted() {
    for (at++; at < format.length() && format.charAt(at) != '"'; at++) {
      if (format.charAt(at) == '\\' && at + 1 < format.length()) {
        at++;
      }
      out.append(format.charAt(at));
    }
    at++;
  }

  /** TH and th behind a number. */
  private String suffix(String value) {
    if (!startsWith("TH")
        || value.isEmpty()
        || !Character.isDigit(value.charAt(value.length() - 1))) {
      return "";
    }
    boolean upper = format.charAt(at) == 'T';
    at += 2;
    int tens = value.length() > 1 ? value.charAt(value.length() - 2) - '0' : 0;
    String ending =
        tens == 1
            ? "th"
            : switch (value.charAt(value.length() - 1)) {
              case '1' -> "st";
              case '2' -> "nd";
              case '3' -> "rd";
              default -> "th";
            };
    return upper ? ending.toUpperCase(Locale.ROOT) : ending;
  }

  private String value(String pattern, String written, boolean fill) {
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    LocalDate date = time.toLocalDate();
    int micros = time.getNano() / 1000;
    return switch (pattern) {
      case "HH24" -> number(time.getHour(), 2, fill);
      case "HH12", "HH" -> number(hour12, 2, fill);
      case "MI" -> number(time.getMinute(), 2, fill);
      case "SS" -> number(time.getSecond(), 2, fill);
      case "SSSS", "SSSSS" -> Integer.toString(time.toLocalTime().toSecondOfDay());
      case "MS", "FF3" -> number(micros / 1000, 3, true);
      case "US", "FF6" -> number(micros, 6, true);
      case "FF1" -> number(micros / 100_000, 1, true);
      case "FF2" -> number(micros / 10_000, 2, true);
      case "FF4" -> number(micros / 100, 4, true);
      case "FF5" -> number(micros / 10, 5, true);
      case "AM", "PM" -> cased(time.getHour() < 12 ? "AM" : "PM", written);
      case "A.M.", "P.M." -> cased(time.getHour() < 12 ? "A.M." : "P.M.", written);
      case "Y,YYY" -> number(year() / 1000, 1, true) + "," + number(year() % 1000, 3, true);
      case "YYYY" -> number(year(), 4, fill);
      case "YYY" -> number(year() % 1000, 3, fill);
      case "YY" -> number(year() % 100, 2, fill);
      case "Y" -> number(year() % 10, 1, fill);
      case "IYYY" -> number(isoYear(date), 4, fill);
      case "IYY" -> number(isoYear(date) % 1000, 3, fill);
      case "IY" -> number(isoYear(date) % 100, 2, fill);
      case "I" -> number(isoYear(date) % 10, 1, fill);
      case "BC", "AD" -> cased(time.getYear() <= 0 ? "BC" : "AD", written);
      case "B.C.", "A.D." -> cased(time.getYear() <= 0 ? "B.C." : "A.D.", written);
      case "MONTH" -> name(MONTHS[date.getMonthValue() - 1], written, fill);
      case "MON" -> cased(MONTHS[date.getMonthValue() - 1].substring(0, 3), written);
      case "MM" -> number(date.getMonthValue(), 2, fill);
      case "DAY" -> name(DAYS[date.getDayOfWeek().getValue() % 7], written, fill);
      case "DY" -> cased(DAYS[date.getDayOfWeek().getValue() % 7].substring(0, 3), written);
      case "DDD" -> number(date.getDayOfYear(), 3, fill);
      case "IDDD" ->
          number(
              (date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) - 1) * 7
                  + date.getDayOfWeek().getValue(),
              3,
              fill);
      case "DD" -> number(date.getDayOfMonth(), 2, fill);
      case "D" -> Integer.toString(date.getDayOfWeek().getValue() % 7 + 1);
      case "ID" -> Integer.toString(date.getDayOfWeek().getValue());
      case "WW" -> number((date.getDayOfYear() - 1) / 7 + 1, 2, fill);
      case "IW" -> number(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, fill);
      case "W" -> Integer.toString((date.getDayOfMonth() - 1) / 7 + 1);
      case "CC" -> number((year() + 99) / 100, 2, fill);
      case "J" -> Long.toString(date.getLong(JulianFields.JULIAN_DAY));
      case "Q" -> Integer.toString((date.getMonthValue() - 1) / 3 + 1);
      case "RM" -> roman(date.getMonthValue(), written, fill);
      default -> throw PgException.notSupported("the format pattern " + pattern);
    };
  }

  /** The year as it is written: 1 BC is 1. */
  private int year() {
    int year = time.getYear();
    return year <= 0 ? 1 - year : year;
  }

  private static int isoYear(LocalDate date) {
    return date.get(IsoFields.WEEK_BASED_YEAR);
  }

  private static String number(long value, int width, boolean fill) {
    String digits = Long.toString(value);
    return fill && digits.length() < width ? "0".repeat(width - digits.length()) + digits : digits;
  }

  private static String roman(int month, String written, boolean fill) {
    String text = cased(ROMAN[month - 1], written);
    return fill ? text + " ".repeat(4 - text.length()) : text;
  }

  private static String name(String name, String written, boolean fill) {
    String text = cased(name, written);
    return fill ? text + " ".repeat(NAME_WIDTH - text.length()) : text;
  }

  /** Upper, lower or capitalised, as the pattern is written. */
  private static String cased(String text, String written) {
    char first = written.charAt(0);
    char second = written.length() > 1 ? written.charAt(written.indexOf('.') == 1 ? 2 : 1) : first;
    if (Character.isLowerCase(first)) {
      return text.toLowerCase(Locale.ROOT);
    }
    if (Character.isLowerCase(second)) {
      return text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
    }
    return text.toUpperCase(Locale.ROOT);
  }
}
