package io.duckgres.grammar;

import java.math.BigInteger;

/** Numbers and parameters (manual: "Numeric Constants"); the longest match wins, as in scan.l. */
final class NumberScanner {
  private static final BigInteger LARGEST_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final String JUNK = "trailing junk after numeric literal";

  private NumberScanner() {}

  static PostgresToken scan(String text, int start) {
    int radix = radix(text, start);
    return radix == 10 ? decimal(text, start) : other(text, start, radix);
  }

  /** A parameter: $1. */
  static PostgresToken parameter(String text, int start) {
    int end = start + 1;
    while (end < text.length() && Characters.isDigit(text.charAt(end))) {
      end++;
    }
    int junk = Characters.endOfIdentifier(text, end);
    if (junk > end) {
      return LexicalErrors.junk(text, start, junk, "trailing junk after parameter");
    }
    // PostgreSQL reads the number as a long and keeps its low 32 bits.
    BigInteger number = new BigInteger(text.substring(start + 1, end));
    int kept = (int) number.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    return new PostgresToken(PostgresParser.PARAM, text, start, end - 1, Integer.toString(kept));
  }

  private static int radix(String text, int start) {
    if (text.charAt(start) != '0' || start + 1 >= text.length()) {
      return 10;
    }
    return switch (text.charAt(start + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private static PostgresToken other(String text, int start, int radix) {
    int end = digits(text, start + 2, radix, true);
    boolean empty = end == start + 2;
    if (empty && end < text.length() && text.charAt(end) == '_') {
      end++;
    }
    int junk = Characters.endOfIdentifier(text, start + 1);
    if (junk > end) {
      return LexicalErrors.junk(text, start, junk, JUNK);
    }
    if (empty) {
      String kind = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary";
      return LexicalErrors.near(text, start, end, "invalid " + kind + " integer");
    }
    String digits = text.substring(start + 2, end).replace("_", "");
    return integer(text, start, end, new BigInteger(digits, radix));
  }

  private static PostgresToken decimal(String text, int start) {
    int end = digits(text, start, 10, false);
    boolean fraction = end < text.length() && text.charAt(end) == '.';
    if (fraction && end + 1 < text.length() && text.charAt(end + 1) == '.') {
      fraction = false;
    } else if (fraction) {
      end = digits(text, end + 1, 10, false);
    }
    int exponent = exponent(text, end);
    boolean real = exponent > end && Characters.isDigit(text.charAt(exponent - 1));
    if (exponent > end && !real) {
      return LexicalErrors.near(text, start, exponent, JUNK);
    }
    end = real ? exponent : end;
    int junk = endOfJunk(text, start, end);
    if (junk > end) {
      return LexicalErrors.junk(text, start, junk, JUNK);
    }
    String number = text.substring(start, end).replace("_", "");
    return fraction || real
        ? new PostgresToken(PostgresParser.FCONST, text, start, end - 1, number)
        : integer(text, start, end, new BigInteger(number));
  }

  /**
   * End of the exponent; behind a sign without digits too; {@code at} when there is no e or a name
   * begins with it.
   */
  private static int exponent(String text, int at) {
    if (at >= text.length() || (text.charAt(at) | 0x20) != 'e') {
      return at;
    }
    int from = at + 1;
    if (from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-')) {
      from++;
    }
    int end = digits(text, from, 10, false);
    return end > from || from > at + 1 ? end : at;
  }

  /** End of digits with single underscores between them, or before them as well. */
  private static int digits(String text, int from, int radix, boolean underscoreFirst) {
    int end = from;
    while (end < text.length()) {
      boolean underscore = text.charAt(end) == '_' && (underscoreFirst || end > from);
      int digit = underscore ? end + 1 : end;
      if (digit >= text.length() || !isDigit(text.charAt(digit), radix)) {
        break;
      }
      end = digit + 1;
    }
    return end;
  }

  /**
   * Where a number with a name behind it would end. The name may begin within the number: 1_0$ is 1
   * and _0$.
   */
  private static int endOfJunk(String text, int start, int end) {
    int longest = end;
    for (int at = start + 1; at <= end; at++) {
      char before = text.charAt(at - 1);
      if (Characters.isDigit(before) || before == '.') {
        longest = Math.max(longest, Characters.endOfIdentifier(text, at));
      }
    }
    return longest;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private static PostgresToken integer(String text, int start, int end, BigInteger number) {
    boolean small = number.compareTo(LARGEST_INTEGER) <= 0;
    int type = small ? PostgresParser.ICONST : PostgresParser.FCONST;
    return new PostgresToken(type, text, start, end - 1, number.toString());
  }
}
