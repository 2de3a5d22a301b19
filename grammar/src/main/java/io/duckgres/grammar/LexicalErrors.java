package io.duckgres.grammar;

/** Tokens that stand for text which is no token of PostgreSQL. */
final class LexicalErrors {
  private LexicalErrors() {}

  /** An error in the words of scan.l's scanner_yyerror. */
  static PostgresToken near(String text, int start, int end, String message) {
    return token(text, start, end, nearError(text, start, end, message));
  }

  /** A number with letters behind it, which the engine would take for a number and an alias. */
  static PostgresToken junk(String text, int start, int end, String message) {
    SyntaxError error = nearError(text, start, end, message);
    return token(
        text,
        start,
        end,
        new SyntaxError(error.sqlState(), error.message(), error.position(), null, null, true));
  }

  static PostgresToken token(String text, int start, int end, SyntaxError error) {
    String written = text.substring(start, end);
    return new PostgresToken(
        PostgresParser.LEXICAL_ERROR, text, start, end - 1, written, null, error);
  }

  static SyntaxError nearError(String text, int start, int end, String message) {
    String where =
        start >= text.length()
            ? " at end of input"
            : " at or near \"" + text.substring(start, end) + "\"";
    return new SyntaxError(
        SyntaxError.SYNTAX_ERROR, message + where, CodePoints.position(text, start), null, null);
  }
}
