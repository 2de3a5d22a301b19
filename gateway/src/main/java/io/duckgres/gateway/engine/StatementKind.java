package io.duckgres.gateway.engine;

import java.util.Locale;
import java.util.Map;

/**
 * The sort of a statement, by the keyword that it starts with: in DuckDB's grammar that keyword
 * decides, and the driver does not tell what DuckDB made of it.
 */
enum StatementKind {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  MERGE,
  CREATE,
  ALTER,
  DROP,
  TRUNCATE,
  COMMENT,
  EXPLAIN,
  BEGIN,
  COMMIT,
  ROLLBACK,
  SET,
  RESET,
  PRAGMA,
  CALL,
  USE,
  CHECKPOINT,
  VACUUM,
  ANALYZE,
  PREPARE,
  EXECUTE,
  DEALLOCATE,
  ATTACH,
  DETACH,
  COPY,
  EXPORT,
  IMPORT,
  INSTALL,
  LOAD,
  OTHER;

  private static final Map<String, StatementKind> SYNONYMS =
      Map.ofEntries(
          Map.entry("FROM", SELECT),
          Map.entry("VALUES", SELECT),
          Map.entry("TABLE", SELECT),
          Map.entry("WITH", SELECT),
          Map.entry("PIVOT", SELECT),
          Map.entry("UNPIVOT", SELECT),
          Map.entry("PIVOT_WIDER", SELECT),
          Map.entry("PIVOT_LONGER", SELECT),
          Map.entry("DESCRIBE", SELECT),
          Map.entry("DESC", SELECT),
          Map.entry("SUMMARIZE", SELECT),
          Map.entry("SHOW", SELECT),
          Map.entry("START", BEGIN),
          Map.entry("END", COMMIT),
          Map.entry("ABORT", ROLLBACK),
          Map.entry("ANALYSE", ANALYZE),
          // FORCE INSTALL and FORCE CHECKPOINT.
          Map.entry("FORCE", INSTALL));

  /** Whether it may change data, definitions included. */
  boolean changesData() {
    return switch (this) {
      case SELECT, EXPLAIN, BEGIN, COMMIT, ROLLBACK, SET, RESET, PREPARE, DEALLOCATE, USE -> false;
      default -> true;
    };
  }

  /** Whether the statement is SHOW alone. */
  static boolean isBareShow(String sql) {
    int start = skip(sql);
    int end = start + "SHOW".length();
    return sql.regionMatches(true, start, "SHOW", 0, "SHOW".length())
        && skip(sql.substring(end)) == sql.length() - end;
  }

  /** The kind of a statement; OTHER for what this list doesn't know. */
  static StatementKind of(String sql) {
    int start = skip(sql);
    int end = start;
    while (end < sql.length() && (Character.isLetter(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    if (end == start) {
      return start < sql.length() && sql.charAt(start) == '(' ? SELECT : OTHER;
    }
    String keyword = sql.substring(start, end).toUpperCase(Locale.ROOT);
    StatementKind synonym = SYNONYMS.get(keyword);
    if (synonym != null) {
      return synonym;
    }
    for (StatementKind kind : values()) {
      if (kind.name().equals(keyword)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** The offset of the first character that is neither space nor comment. */
  private static int skip(String sql) {
    int at = 0;
    while (at < sql.length()) {
      int end = Character.isWhitespace(sql.charAt(at)) ? at + 1 : afterComment(sql, at);
      if (end == at) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** The offset after a comment; {@code at} itself when none begins there. */
  static int afterComment(String sql, int at) {
    if (sql.startsWith("--", at)) {
      int newline = sql.indexOf('\n', at);
      return newline < 0 ? sql.length() : newline + 1;
    }
    return sql.startsWith("/*", at) ? afterBlockComment(sql, at) : at;
  }

  private static int afterBlockComment(String sql, int start) {
    int depth = 0;
    int at = start;
    while (at < sql.length()) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return at;
  }
}
