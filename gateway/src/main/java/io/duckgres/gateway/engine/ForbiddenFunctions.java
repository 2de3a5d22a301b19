package io.duckgres.gateway.engine;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * DuckDB's functions that reach past the sandbox and that no setting of DuckDB's switches off: they
 * write files or to the server's output, read memory by address, or run SQL that nobody has seen.
 * Logging to a file that the sandbox refuses even ends the process when the database is closed.
 *
 * <p>It looks at the text that DuckDB gets, whatever tier it comes from. DuckDB has no escapes in
 * identifiers, so a name is written out wherever it is called.
 */
final class ForbiddenFunctions {
  /** Refused wherever they stand, in literals too: nobody mentions them by accident. */
  private static final List<String> NAMES =
      List.of(
          "enable_logging",
          "enable_profil",
          "enable_progress_bar",
          "enable_print_progress_bar",
          "arrow_scan",
          "json_execute_serialized_sql");

  /** Refused where it is called in a FROM clause; it is a likely name of a table, too. */
  private static final String QUERY = "query";

  /** Words after which a name with a parenthesis is no call. */
  private static final Set<String> DEFINING =
      Set.of(
          "into",
          "table",
          "exists",
          "references",
          "on",
          "view",
          "with",
          "recursive",
          "macro",
          "function",
          "update",
          "index",
          "key",
          "unique");

  private final String sql;
  private int at;

  private ForbiddenFunctions(String sql) {
    this.sql = sql;
  }

  /**
   * Checks a statement for the engine.
   *
   * @throws PgException 42501 when it calls such a function
   */
  static void check(String sql) {
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == 'e' || c == 'E' || c == 'a' || c == 'A' || c == 'j' || c == 'J') {
        for (String name : NAMES) {
          if (sql.regionMatches(true, i, name, 0, name.length())) {
            throw denied(name);
          }
        }
      } else if ((c == 'q' || c == 'Q') && sql.regionMatches(true, i, QUERY, 0, QUERY.length())) {
        new ForbiddenFunctions(sql).checkCalls();
        return;
      }
    }
  }

  /** Goes through the names and looks for a call of {@link #QUERY}; then for the other names. */
  private void checkCalls() {
    String before = "";
    boolean qualified = false;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\'') {
        skipString(isEscapeString());
        before = "";
      } else if (c == '$' && skipDollarString()) {
        before = "";
      } else if (Character.isWhitespace(c) || skipComment()) {
        at = Character.isWhitespace(c) ? at + 1 : at;
      } else if (c == '"' || Character.isLetter(c) || c == '_') {
        String name = name();
        if (name.equals(QUERY) && isCalled() && !DEFINING.contains(before)) {
          throw denied(QUERY);
        }
        if (!qualified && !isQualifier()) {
          before = name;
        }
        qualified = false;
      } else {
        qualified = c == '.';
        before = qualified ? before : "";
        at++;
      }
    }
    for (String name : NAMES) {
      if (sql.toLowerCase(Locale.ROOT).contains(name)) {
        throw denied(name);
      }
    }
  }

  private boolean isEscapeString() {
    return at > 0 && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E');
  }

  private void skipString(boolean escapes) {
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '\\' && escapes) {
        at++;
      } else if (c == '\'') {
        return;
      }
    }
  }

  private boolean skipDollarString() {
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    boolean parameter = at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1));
    if (parameter || end >= sql.length() || sql.charAt(end) != '$') {
      return false;
    }
    String tag = sql.substring(at, end + 1);
    int close = sql.indexOf(tag, end + 1);
    at = close < 0 ? sql.length() : close + tag.length();
    return true;
  }

  private boolean skipComment() {
    int end = StatementKind.afterComment(sql, at);
    boolean found = end > at;
    at = end;
    return found;
  }

  private String name() {
    int start = at;
    if (sql.charAt(at) == '"') {
      int close = sql.indexOf('"', at + 1);
      at = close < 0 ? sql.length() : close + 1;
      return sql.substring(start + 1, Math.max(start + 1, at - 1)).toLowerCase(Locale.ROOT);
    }
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
      at++;
    }
    return sql.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private boolean isCalled() {
    return next() == '(';
  }

  private boolean isQualifier() {
    return next() == '.';
  }

  /** The next character that is neither space nor comment. */
  private char next() {
    int index = at;
    while (index < sql.length()) {
      int end = StatementKind.afterComment(sql, index);
      if (end > index) {
        index = end;
      } else if (Character.isWhitespace(sql.charAt(index))) {
        index++;
      } else {
        return sql.charAt(index);
      }
    }
    return '\0';
  }

  private static PgException denied(String name) {
    return new PgException(
        SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for function " + name);
  }
}
