package io.duckgres.gateway.copy;

import io.duckgres.pgtype.PgException;
import java.nio.charset.StandardCharsets;

/**
 * Where COPY FROM is in its data, for the context line of errors.
 *
 * <p>Source: {@code src/backend/commands/copyfrom.c} (CopyFromErrorCallback,
 * CopyLimitPrintoutLength).
 */
final class CopyPlace {
  private static final int MOST_BYTES = 100;

  private final String table;
  private final boolean binary;
  private long line;
  private String column;
  private boolean hasValue;
  private String value;
  private String text;

  CopyPlace(String table, boolean binary) {
    this.table = table;
    this.binary = binary;
  }

  long line() {
    return line;
  }

  /** At a line as a whole, whose text is not known yet. */
  void atLine(long number) {
    line = number;
    column = null;
    text = null;
  }

  /** The line's text is known. */
  void withText(String lineText) {
    text = lineText;
  }

  /** At a value; null for NULL. */
  void atValue(String columnName, String columnValue) {
    column = columnName;
    hasValue = true;
    value = columnValue;
  }

  /** At a column of binary data. */
  void atColumn(String columnName) {
    column = columnName;
    hasValue = false;
  }

  /** Done with the column. */
  void atNoColumn() {
    column = null;
  }

  /** The error with the place, unless it has a context already. */
  PgException in(PgException error) {
    return error.where() == null ? error.withWhere(describe()) : error;
  }

  String describe() {
    String place = "COPY " + table + ", line " + line;
    if (column != null) {
      place += ", column " + column;
      if (!binary && hasValue) {
        place += value == null ? ": null input" : ": \"" + limited(value) + "\"";
      }
      return place;
    }
    return binary || text == null ? place : place + ": \"" + limited(text) + "\"";
  }

  /** What is shown of a value: a hundred bytes of it. */
  static String limited(String text) {
    if (text.length() <= MOST_BYTES / 4
        || text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
      return text;
    }
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > MOST_BYTES) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + "...";
  }
}
