package io.duckgres.grammar;

/** Identifiers in double quotes, and the raw text of U&"". */
final class QuotedIdentifierScanner {
  private QuotedIdentifierScanner() {}

  static PostgresToken scan(String text, int start, int quote) {
    StringBuilder value = null;
    int from = quote + 1;
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        value = value == null ? new StringBuilder() : value;
        value.append(text, from, at + 1);
        at += 2;
        from = at;
      } else {
        String last = text.substring(from, at);
        String name = value == null ? last : value.append(last).toString();
        return name.isEmpty()
            ? LexicalErrors.near(text, start, at + 1, "zero-length delimited identifier")
            : new PostgresToken(PostgresParser.IDENT, text, start, at, name);
      }
    }
    return LexicalErrors.near(text, start, text.length(), "unterminated quoted identifier");
  }
}
