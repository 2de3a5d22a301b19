package io.duckgres.pgtype.datetime;

/**
 * The number that a text begins with, as C's strtol and strtod read it.
 *
 * @param value of an integer
 * @param end where the rest begins
 * @param overflow it does not fit
 */
record NumberPrefix(long value, int end, boolean overflow) {

  /** An int; at {@code from} itself ends what begins with no digit. */
  static NumberPrefix ofInt(String text, int from) {
    NumberPrefix wide = ofLong(text, from);
    boolean fits = wide.value >= Integer.MIN_VALUE && wide.value <= Integer.MAX_VALUE;
    return fits ? wide : new NumberPrefix(wide.value, wide.end, true);
  }

  /** A long. */
  static NumberPrefix ofLong(String text, int from) {
    int at = from;
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (negative || text.charAt(at) == '+')) {
      at++;
    }
    int first = at;
    long value = 0;
    boolean overflow = false;
    for (; at < text.length() && FieldToken.isDigit(text.charAt(at)); at++) {
      int digit = text.charAt(at) - '0';
      // Counted below zero, where one more fits.
      if (value < (Long.MIN_VALUE + digit) / 10) {
        overflow = true;
      } else {
        value = value * 10 - digit;
      }
    }
    if (at == first) {
      return new NumberPrefix(0, from, false);
    }
    if (!negative && value == Long.MIN_VALUE) {
      overflow = true;
    }
    return new NumberPrefix(negative ? value : -value, at, overflow);
  }

  /** The end of a number with fraction and exponent; {@code from} when there is none. */
  static int endOfDouble(String text, int from) {
    int at = from;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = digits(text, at);
    int end = at + digits;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      digits += fraction;
      end += fraction + 1;
    }
    if (digits == 0) {
      return from;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < text.length()
          && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
        exponent++;
      }
      int count = digits(text, exponent);
      if (count > 0) {
        end = exponent + count;
      }
    }
    return end;
  }

  /** How many digits stand at a place. */
  static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && FieldToken.isDigit(text.charAt(at))) {
      at++;
    }
    return at - from;
  }

  /**
   * The fraction of a text that begins with a point.
   *
   * @throws DecodeException when anything but digits follows
   */
  static double fraction(String text, int from) {
    if (from + 1 == text.length()) {
      return 0;
    }
    if (from + 1 + digits(text, from + 1) != text.length()) {
      throw DecodeException.badFormat();
    }
    return Double.parseDouble("0" + text.substring(from));
  }
}
