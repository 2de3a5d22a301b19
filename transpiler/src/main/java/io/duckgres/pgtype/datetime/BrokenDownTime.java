package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.datetime.DateOrder.Order;
import io.duckgres.pgtype.datetime.DecodeException.Problem;
import java.time.LocalDate;

/**
 * The fields of a date and time while its text is read. The methods that read return which fields
 * they have set.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeDate, DecodeTimeCommon, DecodeNumber,
 * DecodeNumberField, ValidateDate).
 */
final class BrokenDownTime {
  private static final int JULIAN_DAY_OF_1970 = 2_440_588;
  private static final int MICROS = 1_000_000;

  private final Order order;
  int year;
  int month;
  int day;
  int dayOfYear;
  long hour;
  int minute;
  int second;
  int micros;
  private boolean twoDigitYear;

  BrokenDownTime(Order order) {
    this.order = order;
  }

  void setJulianDay(long julianDay) {
    setDate(LocalDate.ofEpochDay(julianDay - JULIAN_DAY_OF_1970));
  }

  void setDate(LocalDate date) {
    year = date.getYear();
    month = date.getMonthValue();
    day = date.getDayOfMonth();
  }

  void setTime(long microsOfDay) {
    micros = (int) (microsOfDay % MICROS);
    long seconds = microsOfDay / MICROS;
    second = (int) (seconds % 60);
    minute = (int) (seconds / 60 % 60);
    hour = seconds / 3600;
  }

  long microsOfDay() {
    return ((hour * 60 + minute) * 60 + second) * MICROS + micros;
  }

  /** Whether the time is later than 24:00:00; a second 60 is allowed. */
  boolean timeOverflows() {
    return hour < 0
        || hour > 24
        || minute < 0
        || minute > 59
        || second < 0
        || second > 60
        || micros < 0
        || micros > MICROS
        || microsOfDay() > Instants.MICROS_PER_DAY;
  }

  /** A date with separators. */
  int readDate(String text, int before) {
    String[] fields = dateFields(text);
    int seen = before;
    int set = 0;
    boolean textMonth = false;
    for (int i = 0; i < fields.length; i++) {
      if (FieldToken.isLetter(fields[i].charAt(0))) {
        DateTimeWords.Word word = DateTimeWords.word(fields[i]);
        if (word != null && word.kind() == DateTimeWords.Kind.IGNORED) {
          continue;
        }
        if (word == null || word.kind() != DateTimeWords.Kind.MONTH) {
          throw DecodeException.badFormat();
        }
        month = word.value();
        textMonth = true;
        if ((seen & FieldMask.MONTH) != 0) {
          throw DecodeException.badFormat();
        }
        seen |= FieldMask.MONTH;
        set |= FieldMask.MONTH;
        fields[i] = null;
      }
    }
    for (String field : fields) {
      if (field != null) {
        int mask = readNumber(field, textMonth, seen);
        if ((seen & mask) != 0) {
          throw DecodeException.badFormat();
        }
        seen |= mask;
        set |= mask;
      }
    }
    if ((seen & ~(FieldMask.DAY_OF_YEAR | FieldMask.ZONE)) != FieldMask.DATE) {
      throw DecodeException.badFormat();
    }
    return set;
  }

  private static String[] dateFields(String text) {
    java.util.List<String> fields = new java.util.ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      while (at < text.length()
          && !FieldToken.isDigit(text.charAt(at))
          && !FieldToken.isLetter(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        throw DecodeException.badFormat();
      }
      int start = at;
      boolean digits = FieldToken.isDigit(text.charAt(at));
      while (at < text.length()
          && (digits
              ? FieldToken.isDigit(text.charAt(at))
              : FieldToken.isLetter(text.charAt(at)))) {
        at++;
      }
      fields.add(text.substring(start, at));
      if (at < text.length()) {
        at++;
      }
    }
    return fields.toArray(new String[0]);
  }

  /** Hours and minutes, with seconds or without. */
  int readTime(String text, int range) {
    NumberPrefix hours = NumberPrefix.ofLong(text, 0);
    requireFit(hours);
    if (charAt(text, hours.end()) != ':') {
      throw DecodeException.badFormat();
    }
    NumberPrefix minutes = NumberPrefix.ofInt(text, hours.end() + 1);
    requireFit(minutes);
    hour = hours.value();
    minute = (int) minutes.value();
    second = 0;
    micros = 0;
    char next = charAt(text, minutes.end());
    if (next == 0) {
      if (range == (FieldMask.MINUTE | FieldMask.SECOND)) {
        shiftToSeconds();
      }
    } else if (next == '.') {
      micros = fraction(text, minutes.end());
      shiftToSeconds();
    } else if (next == ':') {
      NumberPrefix seconds = NumberPrefix.ofInt(text, minutes.end() + 1);
      requireFit(seconds);
      second = (int) seconds.value();
      char last = charAt(text, seconds.end());
      if (last == '.') {
        micros = fraction(text, seconds.end());
      } else if (last != 0) {
        throw DecodeException.badFormat();
      }
    } else {
      throw DecodeException.badFormat();
    }
    if (hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      throw DecodeException.fieldOverflow();
    }
    return FieldMask.TIME;
  }

  /** Two fields that are minutes and seconds. */
  private void shiftToSeconds() {
    if (hour > Integer.MAX_VALUE || hour < Integer.MIN_VALUE) {
      throw DecodeException.fieldOverflow();
    }
    second = minute;
    minute = (int) hour;
    hour = 0;
  }

  /** A number whose meaning follows from what has been seen before. */
  int readNumber(String text, boolean textMonth, int seen) {
    NumberPrefix number = NumberPrefix.ofInt(text, 0);
    requireFit(number);
    if (number.end() == 0) {
      throw DecodeException.badFormat();
    }
    char next = charAt(text, number.end());
    if (next == '.') {
      if (number.end() > 2) {
        return readRunTogether(text, seen | FieldMask.DATE);
      }
      micros = fraction(text, number.end());
    } else if (next != 0) {
      throw DecodeException.badFormat();
    }
    int value = (int) number.value();
    int length = text.length();
    if (length == 3 && (seen & FieldMask.DATE) == FieldMask.YEAR && value >= 1 && value <= 366) {
      dayOfYear = value;
      return FieldMask.DAY_OF_YEAR | FieldMask.MONTH | FieldMask.DAY;
    }
    int set = meaning(length, textMonth, seen);
    switch (set) {
      case FieldMask.YEAR -> {
        year = value;
        twoDigitYear = length <= 2;
      }
      case FieldMask.MONTH -> month = value;
      case FieldMask.DAY -> {
        if (textMonth && length >= 3 && twoDigitYear && (seen & FieldMask.YEAR) != 0) {
          // The first number was the day.
          day = year;
          year = value;
          twoDigitYear = false;
        } else {
          day = value;
        }
      }
      default -> {
        return readRunTogether(text, seen);
      }
    }
    return set;
  }

  /** Which field a number is; all of the date when it must be something else. */
  private int meaning(int length, boolean textMonth, int seen) {
    boolean yearFirst = length >= 3 || order == Order.YMD;
    return switch (seen & FieldMask.DATE) {
      case 0 -> yearFirst ? FieldMask.YEAR : order == Order.DMY ? FieldMask.DAY : FieldMask.MONTH;
      case FieldMask.YEAR, FieldMask.DAY -> FieldMask.MONTH;
      case FieldMask.MONTH -> textMonth && yearFirst ? FieldMask.YEAR : FieldMask.DAY;
      case FieldMask.YEAR | FieldMask.MONTH -> FieldMask.DAY;
      case FieldMask.MONTH | FieldMask.DAY -> FieldMask.YEAR;
      case FieldMask.DATE -> FieldMask.DATE;
      default -> throw DecodeException.badFormat();
    };
  }

  /** Digits of a date (yymmdd) or a time (hhmm, hhmmss) without separators. */
  int readRunTogether(String text, int seen) {
    String digits = text;
    int point = text.indexOf('.');
    if (point >= 0) {
      micros =
          (int)
              Math.rint(
                  NumberPrefix.fraction(
                          text.substring(0, point + 1 + NumberPrefix.digits(text, point + 1)),
                          point)
                      * MICROS);
      digits = text.substring(0, point);
    } else if (!FieldMask.hasAll(seen, FieldMask.DATE) && text.length() >= 6) {
      int length = text.length();
      day = number(text.substring(length - 2));
      month = number(text.substring(length - 4, length - 2));
      year = number(text.substring(0, length - 4));
      twoDigitYear |= length == 6;
      return FieldMask.DATE;
    }
    int length = digits.length();
    if (!FieldMask.hasAll(seen, FieldMask.TIME) && (length == 6 || length == 4)) {
      second = length == 6 ? number(digits.substring(4)) : 0;
      minute = number(digits.substring(2, 4));
      hour = number(digits.substring(0, 2));
      return FieldMask.TIME;
    }
    throw DecodeException.badFormat();
  }

  /** Completes year, month and day, and refuses what no calendar has. */
  void validateDate(int seen, boolean julian, boolean bc) {
    if ((seen & FieldMask.YEAR) != 0 && !julian) {
      if (bc) {
        if (year <= 0) {
          throw DecodeException.fieldOverflow();
        }
        year = 1 - year;
      } else if (twoDigitYear) {
        if (year < 0) {
          throw DecodeException.fieldOverflow();
        }
        year += year < 70 ? 2000 : year < 100 ? 1900 : 0;
      } else if (year <= 0) {
        throw DecodeException.fieldOverflow();
      }
    }
    if ((seen & FieldMask.DAY_OF_YEAR) != 0) {
      setDate(LocalDate.of(year, 1, 1).plusDays(dayOfYear - 1L));
    }
    if ((seen & FieldMask.MONTH) != 0 && (month < 1 || month > 12)) {
      throw DecodeException.of(Problem.MONTH_OR_DAY_OVERFLOW);
    }
    if ((seen & FieldMask.DAY) != 0 && (day < 1 || day > 31)) {
      throw DecodeException.of(Problem.MONTH_OR_DAY_OVERFLOW);
    }
    if (FieldMask.hasAll(seen, FieldMask.DATE)
        && day > LocalDate.of(Math.min(year, 999_999_999), month, 1).lengthOfMonth()) {
      throw DecodeException.fieldOverflow();
    }
  }

  /** The date; only after validation. */
  LocalDate date() {
    return LocalDate.of(Math.max(-999_999_999, Math.min(999_999_999, year)), month, day);
  }

  private static int fraction(String text, int point) {
    return (int) Math.rint(NumberPrefix.fraction(text, point) * MICROS);
  }

  private static int number(String digits) {
    NumberPrefix number = NumberPrefix.ofInt(digits, 0);
    return number.overflow() ? Integer.MAX_VALUE : (int) number.value();
  }

  private static void requireFit(NumberPrefix number) {
    if (number.overflow()) {
      throw DecodeException.fieldOverflow();
    }
  }

  private static char charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : 0;
  }
}
