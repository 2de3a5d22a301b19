package io.duckgres.value;

/**
 * money as text, by the conventions of the locale C: a dollar sign, two decimals and commas between
 * thousands. Values are numbers of cents.
 *
 * <p>Source: {@code src/backend/utils/adt/cash.c}.
 */
public final class MoneyText {
  private static final int DECIMALS = 2;

  private MoneyText() {}

  /**
   * What the input function reads.
   *
   * @throws io.duckgres.pgtype.PgException 22P02 or 22003; without position
   */
  public static long read(String text) {
    Characters in = new Characters(text);
    in.skipSpaces();
    in.take('$');
    in.skipSpaces();
    boolean minus = in.take('-') || in.take('(');
    if (!minus) {
      in.take('+');
    }
    in.skipSpaces();
    in.take('$');
    in.skipSpaces();
    // Negative numbers reach further.
    long value = 0;
    int decimals = 0;
    boolean point = false;
    try {
      for (; !in.isAtEnd(); in.next()) {
        char c = in.peek();
        if (Characters.isDigit(c) && (!point || decimals < DECIMALS)) {
          value = Math.subtractExact(Math.multiplyExact(value, 10L), c - '0');
          decimals += point ? 1 : 0;
        } else if (c == '.' && !point) {
          point = true;
        } else if (c != ',') {
          break;
        }
      }
      if (Characters.isDigit(in.peek()) && in.peek() >= '5') {
        value = Math.subtractExact(value, 1L);
      }
      for (; decimals < DECIMALS; decimals++) {
        value = Math.multiplyExact(value, 10L);
      }
      minus |= readTail(in, text);
      return minus ? value : Math.negateExact(value);
    } catch (ArithmeticException e) {
      throw InputErrors.outOfRange("money", text);
    }
  }

  /** Digits that are too many, then blanks, a parenthesis, a sign; true for a minus. */
  private static boolean readTail(Characters in, String text) {
    while (Characters.isDigit(in.peek())) {
      in.next();
    }
    boolean minus = false;
    while (!in.isAtEnd()) {
      char c = in.next();
      if (c == '-') {
        minus = true;
      } else if (!Characters.isSpace(c) && c != ')' && c != '+' && c != '$') {
        throw InputErrors.invalid("money", text);
      }
    }
    return minus;
  }

  /** What the output function gives. */
  public static String write(long cents) {
    String digits = Long.toUnsignedString(Math.abs(cents));
    digits = "0".repeat(Math.max(0, DECIMALS + 1 - digits.length())) + digits;
    int point = digits.length() - DECIMALS;
    StringBuilder out = new StringBuilder(cents < 0 ? "-$" : "$");
    for (int i = 0; i < point; i++) {
      if (i > 0 && (point - i) % 3 == 0) {
        out.append(',');
      }
      out.append(digits.charAt(i));
    }
    return out.append('.').append(digits, point, digits.length()).toString();
  }
}
