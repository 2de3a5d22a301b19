package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fields of a date or time as it is written: cuts the text into words, numbers and signed
 * numbers and finds out what each is.
 *
 * <p>Source of the rules: {@code src/backend/utils/adt/datetime.c} (ParseDateTime, DecodeDateTime).
 */
final class DateTimeFields {
  /** Words that stand for a whole value. */
  enum Special {
    NONE,
    EPOCH,
    INFINITY,
    MINUS_INFINITY,
    NOW,
    TODAY,
    TOMORROW,
    YESTERDAY,
    ALLBALLS
  }

  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private final String text;
  private final DateOrder order;
  private final boolean timeOfDay;
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Integer> numberLengths = new ArrayList<>();
  private Special special = Special.NONE;
  private boolean hasDate;
  private int year;
  private int yearDigits = 4;
  private int month;
  private int day;
  private boolean bc;
  private long time = -1;
  private int halfDay = -1;
  private ZoneId zone;
  private boolean timeIsNext;
  private int at;

  /**
   * @param timeOfDay whether a time is wanted, so that a bare number is one
   */
  DateTimeFields(String text, DateOrder order, boolean timeOfDay) {
    this.text = text;
    this.order = order;
    this.timeOfDay = timeOfDay;
  }

  /** Reads the text; false when it is neither date nor time. */
  boolean read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Spaces.isSpace(c) || c == ',') {
        at++;
      } else if (isDigit(c)) {
        if (!readDigits()) {
          return false;
        }
      } else if (c == '+' || c == '-') {
        if (!readSigned()) {
          return false;
        }
      } else if (Character.isLetter(c)) {
        if (!readWord()) {
          return false;
        }
      } else {
        return false;
      }
    }
    return finish();
  }

  private boolean readDigits() {
    int start = at;
    skipDigits();
    char next = peek();
    if (next == ':') {
      return time < 0 && readTime(start);
    }
    if ((next == '-' || next == '/' || next == '.') && !hasDate && !timeIsNext) {
      return readDate(start, next);
    }
    if (next == '.' && (hasDate || timeIsNext) && time < 0) {
      return readCompactTime(start);
    }
    return number(text.substring(start, at));
  }

  /** {@code hh:mm[:ss[.fraction]]}. */
  private boolean readTime(int start) {
    while (at < text.length() && (isDigit(peek()) || peek() == ':' || peek() == '.')) {
      at++;
    }
    String[] parts = text.substring(start, at).split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      return false;
    }
    return setTime(parts[0], parts[1], parts.length > 2 ? parts[2] : "0");
  }

  /** {@code hhmmss.fraction}. */
  private boolean readCompactTime(int start) {
    at++;
    skipDigits();
    String digits = text.substring(start, at);
    return digits.indexOf('.') == 6
        && setTime(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4));
  }

  private boolean setTime(String hours, String minutes, String seconds) {
    if (hours.isEmpty() || minutes.isEmpty() || minutes.contains(".") || hours.length() > 9) {
      return false;
    }
    BigDecimal second;
    try {
      second = new BigDecimal(seconds);
    } catch (NumberFormatException e) {
      return false;
    }
    long hour = Long.parseLong(hours);
    long minute = Long.parseLong(minutes);
    long micros = second.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    boolean fits = hour <= 24 && minute < 60 && micros <= 60 * Instants.MICROS_PER_SECOND;
    long total = (hour * 60 + minute) * 60 * Instants.MICROS_PER_SECOND + micros;
    if (!fits || total > Instants.MICROS_PER_DAY) {
      throw DateTimeParser.outOfRange(text);
    }
    time = total;
    timeIsNext = false;
    return true;
  }

  /** Fields separated by {@code -}, {@code /} or {@code .}; the month may be a name. */
  private boolean readDate(int start, char separator) {
    while (at < text.length()
        && (Character.isLetterOrDigit(peek()) || peek() == separator)
        && !(isTimeMarker())) {
      at++;
    }
    String[] parts = text.substring(start, at).split("\\" + separator, -1);
    if (parts.length == 2 && parts[1].length() == 3 && isNumber(parts[1])) {
      return dayOfYear(parts[0], parts[1]);
    }
    return parts.length == 3 && setDate(parts);
  }

  /** A T between a digit and a digit ends the date. */
  private boolean isTimeMarker() {
    return (peek() == 'T' || peek() == 't')
        && at + 1 < text.length()
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at - 1));
  }

  private boolean dayOfYear(String yearText, String dayText) {
    if (!isNumber(yearText)) {
      return false;
    }
    int number = Integer.parseInt(dayText);
    int fullYear = fullYear(yearText);
    if (number < 1 || number > (java.time.Year.isLeap(fullYear) ? 366 : 365)) {
      throw DateTimeParser.outOfRange(text);
    }
    java.time.LocalDate date = java.time.LocalDate.ofYearDay(fullYear, number);
    set(yearText, date.getMonthValue(), date.getDayOfMonth());
    return true;
  }

  private boolean setDate(String[] parts) {
    for (int i = 0; i < 3; i++) {
      int named = DateTimeWords.month(parts[i]);
      if (named > 0) {
        return setDateWithName(parts, i, named);
      }
      if (!isNumber(parts[i])) {
        return false;
      }
    }
    if (parts[0].length() > 2 || order.order() == DateOrder.Order.YMD) {
      return set(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
    boolean dayFirst = order.dayFirst();
    return set(
        parts[2],
        Integer.parseInt(parts[dayFirst ? 1 : 0]),
        Integer.parseInt(parts[dayFirst ? 0 : 1]));
  }

  private boolean setDateWithName(String[] parts, int at, int named) {
    String first = parts[at == 0 ? 1 : 0];
    String second = parts[at == 2 ? 1 : 2];
    if (!isNumber(first) || !isNumber(second)) {
      return false;
    }
    boolean yearFirst = first.length() > 2 || order.order() == DateOrder.Order.YMD && at == 1;
    return yearFirst
        ? set(first, named, Integer.parseInt(second))
        : set(second, named, Integer.parseInt(first));
  }

  private boolean set(String yearText, int newMonth, int newDay) {
    if (hasDate || yearText.length() > 7) {
      return false;
    }
    year = fullYear(yearText);
    yearDigits = yearText.length();
    month = newMonth;
    day = newDay;
    hasDate = true;
    return true;
  }

  /** A year of two digits is the one from 1970 to 2069. */
  private static int fullYear(String digits) {
    int value = Integer.parseInt(digits);
    return digits.length() > 2 ? value : value < 70 ? value + 2000 : value + 1900;
  }

  private boolean number(String digits) {
    boolean alone = timeOfDay && !hasDate && month == 0 && digits.length() < 8;
    if (timeIsNext || (hasDate || alone) && time < 0) {
      return switch (digits.length()) {
        case 6 -> setTime(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4));
        case 4 -> setTime(digits.substring(0, 2), digits.substring(2), "0");
        case 2 -> timeIsNext && setTime(digits, "0", "0");
        default -> false;
      };
    }
    if (!hasDate && month == 0 && (digits.length() == 8 || digits.length() == 6)) {
      int yearLength = digits.length() - 4;
      return set(
          digits.substring(0, yearLength),
          Integer.parseInt(digits.substring(yearLength, yearLength + 2)),
          Integer.parseInt(digits.substring(yearLength + 2)));
    }
    if (digits.length() > 7 || hasDate) {
      return false;
    }
    numbers.add(Integer.parseInt(digits));
    numberLengths.add(digits.length());
    return true;
  }

  private boolean readSigned() {
    char sign = text.charAt(at++);
    if (at < text.length() && Character.isLetter(peek())) {
      String word = word();
      if (DateTimeWords.isInfinity(word) && special == Special.NONE) {
        special = sign == '-' ? Special.MINUS_INFINITY : Special.INFINITY;
        return true;
      }
      return false;
    }
    int start = at;
    while (at < text.length() && (isDigit(peek()) || peek() == ':')) {
      at++;
    }
    return setOffset(sign, text.substring(start, at));
  }

  private boolean setOffset(char sign, String digits) {
    if (digits.isEmpty() || zone != null) {
      return false;
    }
    zone = OffsetText.parse(sign, digits, text);
    return true;
  }

  private boolean readWord() {
    int start = at;
    String word = word();
    if (word.equals("t") && (hasDate || !numbers.isEmpty())
        || word.equals("t") && isDigit(peek())) {
      timeIsNext = true;
      return true;
    }
    if (word.equals("j") && isDigit(peek()) && !hasDate) {
      return readJulianDay();
    }
    int named = DateTimeWords.month(word);
    if (named > 0) {
      return month == 0 && monthByName(start, named);
    }
    if (DateTimeWords.isWeekday(word)) {
      return true;
    }
    switch (word) {
      case "am", "pm" -> {
        halfDay = word.equals("pm") ? 1 : 0;
        return true;
      }
      case "bc", "ad" -> {
        bc = word.equals("bc");
        return true;
      }
      default -> {
        Special found = DateTimeWords.special(word);
        if (found != null) {
          special = found;
          return true;
        }
        return readZone(start);
      }
    }
  }

  /** {@code J} and a day number. */
  private boolean readJulianDay() {
    int start = at;
    skipDigits();
    if (at - start > 8) {
      return false;
    }
    long number = Long.parseLong(text.substring(start, at));
    java.time.LocalDate date = java.time.LocalDate.ofEpochDay(number - JULIAN_DAY_OF_1970);
    year = date.getYear();
    bc = year < 1;
    year = bc ? 1 - year : year;
    month = date.getMonthValue();
    day = date.getDayOfMonth();
    hasDate = true;
    return true;
  }

  /** {@code Jan} alone, or {@code Jan-08-1999}. */
  private boolean monthByName(int start, int named) {
    char next = peek();
    if (next == '-' || next == '/' || next == '.') {
      at = start;
      while (at < text.length() && Character.isLetter(peek())) {
        at++;
      }
      return readDate(start, next);
    }
    month = named;
    return true;
  }

  private boolean readZone(int start) {
    at = start;
    while (at < text.length() && !Spaces.isSpace(peek()) && peek() != ',') {
      char c = peek();
      boolean offsetSign = (c == '+' || c == '-') && !isLetterAfter();
      if (offsetSign && DateTimeWords.zone(text.substring(start, at)) != null) {
        break;
      }
      at++;
    }
    String name = text.substring(start, at);
    ZoneId found = DateTimeWords.zone(name);
    if (found == null) {
      if (hasDate || time >= 0) {
        if (name.indexOf('/') > 0) {
          throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE,
              "time zone \"" + name.toLowerCase(Locale.ROOT) + "\" not recognized");
        }
      }
      return false;
    }
    if (zone != null) {
      return false;
    }
    zone = found;
    return true;
  }

  private boolean isLetterAfter() {
    return at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isLetter(peek())) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  /** Puts together what was written with spaces, and the half of the day. */
  private boolean finish() {
    if (!hasDate && month > 0) {
      if (numbers.size() != 2) {
        return false;
      }
      boolean yearFirst = numberLengths.get(0) > 2;
      String yearText = Integer.toString(numbers.get(yearFirst ? 0 : 1));
      int digits = numberLengths.get(yearFirst ? 0 : 1);
      if (!set(
          "0".repeat(digits - yearText.length()) + yearText,
          month,
          numbers.get(yearFirst ? 1 : 0))) {
        return false;
      }
    } else if (!numbers.isEmpty()) {
      return false;
    }
    if (halfDay >= 0) {
      long hour = time / (3600 * Instants.MICROS_PER_SECOND);
      if (time < 0 || hour > 12 || hour == 0 && time >= 0 && hour > 12) {
        throw DateTimeParser.outOfRange(text);
      }
      long half = 12 * 3600 * Instants.MICROS_PER_SECOND;
      if (halfDay == 1 && hour < 12) {
        time += half;
      } else if (halfDay == 0 && hour == 12) {
        time -= half;
      }
    }
    return hasDate || time >= 0 || special != Special.NONE;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipDigits() {
    while (at < text.length() && isDigit(peek())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.length() < 9 && part.chars().allMatch(c -> isDigit((char) c));
  }

  Special special() {
    return special;
  }

  boolean hasDate() {
    return hasDate;
  }

  boolean hasTime() {
    return time >= 0;
  }

  int year() {
    return year;
  }

  int yearDigits() {
    return yearDigits;
  }

  int month() {
    return month;
  }

  int day() {
    return day;
  }

  boolean bc() {
    return bc;
  }

  /** Microseconds since midnight, 0 when no time was given. */
  long timeMicros() {
    return Math.max(0, time);
  }

  void setTime(long micros) {
    time = micros;
  }

  /** The zone that was given, or null. */
  ZoneId zone() {
    return zone;
  }
}
