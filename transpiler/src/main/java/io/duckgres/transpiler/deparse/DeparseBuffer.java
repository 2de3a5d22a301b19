package io.duckgres.transpiler.deparse;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.QuotedIdentifiers;
import java.util.List;

/** The text written so far and where its lines begin: {@code deparse_context}. */
final class DeparseBuffer {
  /** Indentation of a query within another. */
  static final int STANDARD = 8;

  /** Indentation of a join. */
  static final int JOIN = 4;

  /** Indentation of an item of a list. */
  static final int ITEM = 4;

  private static final int LIMIT = 40;

  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;
  private final List<String> searchPath;
  private int level;
  private int floor;

  /** Whether columns are written with the name of their table. */
  private boolean qualified;

  /** What stands for any column; null for the columns' own names. */
  private String column;

  DeparseBuffer(boolean pretty, List<String> searchPath) {
    this.pretty = pretty;
    this.searchPath = searchPath;
  }

  /** Whether parentheses that precedence makes unnecessary are left out. */
  boolean pretty() {
    return pretty;
  }

  /** What stands for any column, or null. */
  String column() {
    return column;
  }

  void column(String name) {
    column = name;
  }

  boolean qualified() {
    return qualified;
  }

  void qualify(boolean qualify) {
    qualified = qualify;
  }

  DeparseBuffer text(String added) {
    text.append(added);
    return this;
  }

  DeparseBuffer identifier(String name) {
    return text(QuotedIdentifiers.quote(name));
  }

  /** A parenthesis that pretty printing leaves out. */
  DeparseBuffer parenthesis(String parenthesis) {
    return pretty ? this : text(parenthesis);
  }

  /** A name of an object, qualified unless its schema is searched. */
  DeparseBuffer objectName(String schema, String name) {
    if (schema != null && !isSearched(schema)) {
      identifier(schema).text(".");
    }
    return identifier(name);
  }

  DeparseBuffer type(PgType type, int typmod) {
    if (!type.schema().equals("pg_catalog") && !type.isArray()) {
      return objectName(type.schema(), type.name());
    }
    return text(TypeNames.format(type, typmod));
  }

  private boolean isSearched(String schema) {
    return schema.equals("pg_catalog") || searchPath.contains(schema);
  }

  void indent(int by) {
    level += by;
  }

  int level() {
    return level;
  }

  /** A keyword on a new line: {@code appendContextKeyword}. */
  DeparseBuffer keyword(String word, int before, int after, int plus) {
    level += before;
    stripBlanks();
    text.append('\n');
    int indent =
        level < LIMIT ? Math.max(level, 0) + plus : LIMIT + (level - LIMIT) / (STANDARD / 2) + plus;
    text.append(" ".repeat(Math.max(indent, 0))).append(word);
    level = Math.max(level + after, 0);
    return this;
  }

  private void stripBlanks() {
    int length = text.length();
    while (length > floor && text.charAt(length - 1) == ' ') {
      length--;
    }
    text.setLength(length);
  }

  /** Begins an item of a list; blanks before it stay while it is written. */
  int beginItem() {
    floor = text.length();
    return floor;
  }

  /**
   * Ends an item of a list.
   *
   * @param start as {@link #beginItem} gave it
   * @param breaks whether it stands on a line of its own
   */
  void endItem(int start, boolean breaks) {
    String item = text.substring(start);
    floor = 0;
    text.setLength(start);
    if (item.startsWith("\n")) {
      stripBlanks();
    } else if (breaks) {
      keyword("", -STANDARD, STANDARD, ITEM);
    }
    text.append(item);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
