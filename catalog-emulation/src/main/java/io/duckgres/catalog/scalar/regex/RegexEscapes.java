package io.duckgres.catalog.scalar.regex;

import java.util.function.IntConsumer;

/** Escapes that stand for one character. */
final class RegexEscapes {
  private final String pattern;
  private int at;

  /**
   * @param at behind the backslash
   */
  RegexEscapes(String pattern, int at) {
    this.pattern = pattern;
    this.at = at;
  }

  /** The character; {@code end} gets the place behind the escape. */
  int character(IntConsumer end) {
    if (at >= pattern.length()) {
      throw RegexParser.invalid("invalid escape \\ sequence");
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    int value =
        switch (c) {
          case 'a' -> 7;
          case 'b' -> 8;
          case 'B' -> '\\';
          case 'e' -> 27;
          case 'f' -> 12;
          case 'n' -> 10;
          case 'r' -> 13;
          case 't' -> 9;
          case 'v' -> 11;
          case 'c' -> control();
          case 'u' -> digits(16, 4, 4);
          case 'U' -> digits(16, 8, 8);
          case 'x' -> digits(16, 1, 255);
          case '0' -> {
            at--;
            yield digits(8, 1, 3);
          }
          default -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
              throw RegexParser.invalid("invalid escape \\ sequence");
            }
            yield c;
          }
        };
    end.accept(at);
    return value;
  }

  /** One to three octal digits. */
  int octal(IntConsumer end) {
    int value = digits(8, 1, 3);
    end.accept(at);
    return value;
  }

  private int control() {
    if (at >= pattern.length()) {
      throw RegexParser.invalid("invalid escape \\ sequence");
    }
    return pattern.charAt(at++) & 0x1F;
  }

  private int digits(int base, int least, int most) {
    int start = at;
    long value = 0;
    while (at < pattern.length()
        && at - start < most
        && Character.digit(pattern.charAt(at), base) >= 0) {
      value = value * base + Character.digit(pattern.charAt(at), base);
      at++;
      if (value > Character.MAX_CODE_POINT) {
        throw RegexParser.invalid("invalid escape \\ sequence");
      }
    }
    if (at - start < least) {
      throw RegexParser.invalid("invalid escape \\ sequence");
    }
    return (int) value;
  }
}
