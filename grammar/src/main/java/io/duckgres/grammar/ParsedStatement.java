package io.duckgres.grammar;

import java.util.List;

/**
 * One statement of a script: a tree or the reason why there is none.
 *
 * @param text the statement as written, from its first token to its last, without the semicolon
 * @param start offset in UTF-16 units of its first character in the script
 * @param stop offset behind its last character
 * @param tree the parse tree, or null if PostgreSQL's grammar has no place for the statement; its
 *     tokens' offsets count from the script's start
 * @param error what PostgreSQL would say, or null if there is a tree; its position counts from the
 *     script's start
 * @param notices what PostgreSQL would tell besides
 */
public record ParsedStatement(
    String text,
    int start,
    int stop,
    PostgresParser.StatementContext tree,
    SyntaxError error,
    List<Notice> notices) {
  public ParsedStatement {
    notices = List.copyOf(notices);
  }

  /** Whether there is a tree. */
  public boolean isParsed() {
    return tree != null;
  }
}
