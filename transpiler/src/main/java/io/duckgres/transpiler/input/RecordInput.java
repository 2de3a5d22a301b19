package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * Text to the fields of a row: {@code (a,"b c",)}, an empty field being NULL.
 *
 * <p>Source: {@code src/backend/utils/adt/rowtypes.c} (record_in).
 */
public final class RecordInput {
  private final String text;
  private final int count;
  private int at;

  private RecordInput(String text, int count) {
    this.text = text;
    this.count = count;
  }

  /**
   * The fields, null for NULL.
   *
   * @param count how many the row has
   * @throws PgException 22P02 with PostgreSQL's detail; without position
   */
  public static List<String> parse(String text, int count) {
    return new RecordInput(text, count).record();
  }

  private List<String> record() {
    skipSpace();
    if (peek() != '(') {
      throw malformed("Missing left parenthesis.");
    }
    at++;
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        if (peek() != ',') {
          throw malformed("Too few columns.");
        }
        at++;
      }
      fields.add(peek() == ',' || peek() == ')' ? null : field());
    }
    if (peek() != ')') {
      throw malformed("Too many columns.");
    }
    at++;
    skipSpace();
    if (at < text.length()) {
      throw malformed("Junk after right parenthesis.");
    }
    return fields;
  }

  private String field() {
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    while (quoted || (peek() != ',' && peek() != ')')) {
      if (at >= text.length()) {
        throw malformed("Unexpected end of input.");
      }
      char c = text.charAt(at++);
      if (c == '\\') {
        if (at >= text.length()) {
          throw malformed("Unexpected end of input.");
        }
        value.append(text.charAt(at++));
      } else if (c == '"') {
        if (quoted && peek() == '"') {
          value.append(text.charAt(at++));
        } else {
          quoted = !quoted;
        }
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The next character, a zero at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private PgException malformed(String detail) {
    return new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed record literal: \"" + text + "\"")
        .withDetail(detail);
  }
}
