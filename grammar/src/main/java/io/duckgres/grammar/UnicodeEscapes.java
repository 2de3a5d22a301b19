package io.duckgres.grammar;

/** The escapes of U&'' and U&"" (manual: "String Constants with Unicode Escapes"). */
final class UnicodeEscapes {
  private static final String HINT = "Unicode escapes must be \\XXXX or \\+XXXXXX.";

  private UnicodeEscapes() {}

  /** Either a value or an error. */
  record Decoded(String value, SyntaxError error) {}

  static boolean isEscapeCharacter(String value) {
    if (value.length() != 1) {
      return false;
    }
    char c = value.charAt(0);
    return !Characters.isHexadecimalDigit(c)
        && c != '+'
        && c != '\''
        && c != '"'
        && !Characters.isSpace(c);
  }

  /**
   * Decodes the value of {@code raw}, whose first character stands at the offset {@code start} of
   * the text.
   */
  static Decoded decode(String text, PostgresToken raw, int start, char escape) {
    String value = raw.value();
    if (value.indexOf(escape) < 0) {
      return new Decoded(value, null);
    }
    StringBuilder decoded = new StringBuilder();
    char high = 0;
    int at = 0;
    while (at < value.length()) {
      char c = value.charAt(at);
      boolean isEscape = c == escape;
      if (isEscape && at + 1 < value.length() && value.charAt(at + 1) == escape) {
        if (high != 0) {
          return fail(text, start + at, "invalid Unicode surrogate pair", null);
        }
        decoded.append(escape);
        at += 2;
        continue;
      }
      if (!isEscape) {
        if (high != 0) {
          return fail(text, start + at, "invalid Unicode surrogate pair", null);
        }
        decoded.append(c);
        at++;
        continue;
      }
      boolean six = at + 1 < value.length() && value.charAt(at + 1) == '+';
      int from = at + (six ? 2 : 1);
      int end = from + (six ? 6 : 4);
      if (!areHexadecimal(value, from, end)) {
        return fail(text, start + at, "invalid Unicode escape", HINT);
      }
      int codePoint = Integer.parseInt(value.substring(from, end), 16);
      boolean isHigh = codePoint >= 0xD800 && codePoint <= 0xDBFF;
      boolean isLow = codePoint >= 0xDC00 && codePoint <= 0xDFFF;
      if (codePoint == 0 || codePoint > Character.MAX_CODE_POINT) {
        return fail(text, start + at, "invalid Unicode escape value", null);
      }
      if (isLow != (high != 0)) {
        return fail(text, start + at, "invalid Unicode surrogate pair", null);
      }
      if (isHigh) {
        high = (char) codePoint;
      } else {
        if (isLow) {
          codePoint = Character.toCodePoint(high, (char) codePoint);
        }
        decoded.appendCodePoint(codePoint);
        high = 0;
      }
      at = end;
    }
    return high != 0
        ? fail(text, start + at, "invalid Unicode surrogate pair", null)
        : new Decoded(decoded.toString(), null);
  }

  private static boolean areHexadecimal(String value, int from, int end) {
    if (end > value.length()) {
      return false;
    }
    for (int at = from; at < end; at++) {
      if (!Characters.isHexadecimalDigit(value.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static Decoded fail(String text, int offset, String message, String hint) {
    int position = CodePoints.position(text, offset);
    return new Decoded(
        null, new SyntaxError(SyntaxError.SYNTAX_ERROR, message, position, null, hint));
  }
}
