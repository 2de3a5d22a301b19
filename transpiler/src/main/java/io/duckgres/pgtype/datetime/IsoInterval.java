package io.duckgres.pgtype.datetime;

/**
 * Intervals of ISO 8601, with designators ({@code P1Y2M3DT4H5M6S}) and in the alternative formats
 * ({@code P0001-02-03T04:05:06}, {@code P00010203T040506}).
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeISO8601Interval).
 */
final class IsoInterval {
  private static final double MOST = 1.0e15;

  private final String text;
  private final IntervalSum sum = new IntervalSum();
  private int at = 1;
  private boolean datePart = true;
  private boolean hasField;
  private long whole;
  private double fraction;

  private IsoInterval(String text) {
    this.text = text;
  }

  /**
   * The interval, null when its months are too many.
   *
   * @throws DecodeException when the text is none
   */
  static IntervalValue parse(String text) {
    if (text.length() < 2 || text.charAt(0) != 'P') {
      throw DecodeException.badFormat();
    }
    IsoInterval reader = new IsoInterval(text);
    boolean more = true;
    while (more && reader.at < text.length()) {
      if (text.charAt(reader.at) == 'T') {
        reader.beginTime();
        reader.at++;
      } else {
        more = reader.datePart ? reader.date() : reader.time();
      }
    }
    return reader.sum.value();
  }

  private void beginTime() {
    datePart = false;
    hasField = false;
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void number() {
    char first = current();
    int end = NumberPrefix.endOfDouble(text, at);
    if (!FieldToken.isDigit(first) && first != '-' && first != '.' || end == at) {
      throw DecodeException.badFormat();
    }
    double value = Double.parseDouble(text.substring(at, end));
    if (value < -MOST || value > MOST) {
      throw DecodeException.fieldOverflow();
    }
    whole = (long) value;
    fraction = value - whole;
    at = end;
  }

  private void add(DateTimeUnit unit) {
    sum.add(whole, fraction, unit);
  }

  private int integerWidth(int start) {
    return NumberPrefix.digits(text, text.charAt(start) == '-' ? start + 1 : start);
  }

  /** A field of the date; false at the end of the text. */
  private boolean date() {
    int start = at;
    number();
    char unit = current();
    at++;
    switch (unit) {
      case 'Y' -> add(DateTimeUnit.YEAR);
      case 'M' -> add(DateTimeUnit.MONTH);
      case 'W' -> add(DateTimeUnit.WEEK);
      case 'D' -> add(DateTimeUnit.DAY);
      case 'T', '-', 0 -> {
        if (unit != '-' && integerWidth(start) == 8 && !hasField) {
          sum.add(whole / 10_000, 0, DateTimeUnit.YEAR);
          sum.add(whole / 100 % 100, 0, DateTimeUnit.MONTH);
          sum.add(whole % 100, fraction, DateTimeUnit.DAY);
        } else {
          if (hasField) {
            throw DecodeException.badFormat();
          }
          add(DateTimeUnit.YEAR);
          if (unit == '-') {
            return monthAndDay();
          }
        }
        beginTime();
        return unit != 0;
      }
      default -> throw DecodeException.badFormat();
    }
    hasField = true;
    return true;
  }

  private boolean monthAndDay() {
    number();
    add(DateTimeUnit.MONTH);
    if (current() == '-') {
      at++;
      number();
      add(DateTimeUnit.DAY);
    }
    if (current() != 0 && current() != 'T') {
      throw DecodeException.badFormat();
    }
    beginTime();
    return current() != 0;
  }

  /** A field of the time; false at the end of the text. */
  private boolean time() {
    int start = at;
    number();
    char unit = current();
    at++;
    switch (unit) {
      case 'H' -> add(DateTimeUnit.HOUR);
      case 'M' -> add(DateTimeUnit.MINUTE);
      case 'S' -> add(DateTimeUnit.SECOND);
      case ':', 0 -> {
        if (unit == 0 && integerWidth(start) == 6 && !hasField) {
          sum.add(whole / 10_000, 0, DateTimeUnit.HOUR);
          sum.add(whole / 100 % 100, 0, DateTimeUnit.MINUTE);
          sum.add(whole % 100, 0, DateTimeUnit.SECOND);
          sum.add(0, fraction, DateTimeUnit.MICROSECONDS);
          return false;
        }
        if (hasField) {
          throw DecodeException.badFormat();
        }
        add(DateTimeUnit.HOUR);
        if (unit == ':') {
          minuteAndSecond();
        }
        return false;
      }
      default -> throw DecodeException.badFormat();
    }
    hasField = true;
    return true;
  }

  private void minuteAndSecond() {
    number();
    add(DateTimeUnit.MINUTE);
    if (current() == ':') {
      at++;
      number();
      add(DateTimeUnit.SECOND);
    }
    if (current() != 0) {
      throw DecodeException.badFormat();
    }
  }
}
