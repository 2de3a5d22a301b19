package io.duckgres.gateway.codec;

import java.math.BigInteger;

/**
 * Integers as PostgreSQL reads them: decimal, 0x, 0o and 0b, with underscores between digits.
 *
 * <p>Source: {@code src/backend/utils/adt/numutils.c} (pg_strtoint64_safe).
 */
final class IntegerText {
  /**
   * A number.
   *
   * @param tooLarge when it needs more than 64 bits; the value is then meaningless
   */
  record Result(long value, boolean tooLarge) {}

  private IntegerText() {}

  /**
   * Reads text without spaces around it.
   *
   * @return null when it is no integer
   */
  static Result parse(String text) {
    int at = 0;
    boolean negative = false;
    if (!text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
      negative = text.charAt(0) == '-';
      at = 1;
    }
    int radix = 10;
    if (at + 1 < text.length() && text.charAt(at) == '0') {
      radix =
          switch (text.charAt(at + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
    }
    boolean prefixed = radix != 10;
    String digits = digits(text, prefixed ? at + 2 : at, radix, prefixed);
    if (digits == null) {
      return null;
    }
    BigInteger value = new BigInteger(digits, radix);
    BigInteger signed = negative ? value.negate() : value;
    return new Result(signed.longValue(), signed.bitLength() > 63);
  }

  /** The digits without underscores, which stand between digits or after a prefix. */
  private static String digits(String text, int from, int radix, boolean prefixed) {
    StringBuilder digits = new StringBuilder();
    boolean underscoreAllowed = prefixed;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_' && underscoreAllowed && i + 1 < text.length()) {
        underscoreAllowed = false;
      } else if (c < 128 && Character.digit(c, radix) >= 0) {
        digits.append(c);
        underscoreAllowed = true;
      } else {
        return null;
      }
    }
    return digits.isEmpty() ? null : digits.toString();
  }
}
