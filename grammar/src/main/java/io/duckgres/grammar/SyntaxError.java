package io.duckgres.grammar;

/**
 * Why PostgreSQL would not parse a statement, in its words.
 *
 * @param sqlState five characters, usually 42601
 * @param message the primary message, such as {@code syntax error at or near "x"}
 * @param position 1-based position in code points in the parsed text, 0 when PostgreSQL gives none
 * @param detail PostgreSQL's DETAIL, or null
 * @param hint PostgreSQL's HINT, or null
 * @param conclusive whether the text makes no sense to anybody, so that the engine need not be
 *     asked whether it is a statement of its own
 */
public record SyntaxError(
    String sqlState, String message, int position, String detail, String hint, boolean conclusive) {

  static final String SYNTAX_ERROR = "42601";
  static final String STATEMENT_TOO_COMPLEX = "54001";

  SyntaxError(String sqlState, String message, int position, String detail, String hint) {
    this(sqlState, message, position, detail, hint, false);
  }

  static SyntaxError nestingLimit() {
    return new SyntaxError(
        STATEMENT_TOO_COMPLEX,
        "stack depth limit exceeded",
        0,
        null,
        "The statement is nested too deeply.");
  }
}
