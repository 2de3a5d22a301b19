package io.duckgres.grammar;

/** Literals in quotes without escapes: '', B'', X'', and the raw text of U&''. */
final class StringScanner {
  private StringScanner() {}

  /**
   * @param start where the token starts
   * @param quote where its first quote is
   * @param prefix what its value begins with
   */
  static PostgresToken plain(String text, int start, int quote, int type, String prefix) {
    StringBuilder value = null;
    int from = quote + 1;
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) != '\'') {
        at++;
        continue;
      }
      // Two quotes are one in a string; in a bit string the first of them is its end.
      boolean doubled =
          type == PostgresParser.SCONST && at + 1 < text.length() && text.charAt(at + 1) == '\'';
      int resume = doubled ? at + 2 : continuation(text, at + 1);
      if (resume < 0) {
        String last = text.substring(from, at);
        String content = value == null ? prefix + last : value.append(last).toString();
        return new PostgresToken(type, text, start, at, content);
      }
      value = value == null ? new StringBuilder(prefix) : value;
      value.append(text, from, doubled ? at + 1 : at);
      from = resume;
      at = resume;
    }
    return LexicalErrors.near(text, start, text.length(), unterminated(type));
  }

  private static String unterminated(int type) {
    return switch (type) {
      case PostgresParser.BCONST -> "unterminated bit string literal";
      case PostgresParser.XCONST -> "unterminated hexadecimal string literal";
      default -> "unterminated quoted string";
    };
  }

  /**
   * A literal goes on behind blanks that hold a newline, if a quote follows (manual: "String
   * Constants").
   *
   * @return the offset behind that quote, or -1
   */
  static int continuation(String text, int start) {
    int at = start;
    boolean newline = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("--", at)) {
        at = Characters.endOfLine(text, at);
      } else if (Characters.isSpace(c)) {
        newline |= Characters.isNewline(c);
        at++;
      } else {
        return newline && c == '\'' ? at + 1 : -1;
      }
    }
    return -1;
  }
}
