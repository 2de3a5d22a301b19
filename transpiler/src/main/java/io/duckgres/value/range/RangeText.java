package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * The syntax of ranges, bounds as texts.
 *
 * <p>Source: {@code src/backend/utils/adt/rangetypes.c} (range_parse, range_deparse).
 */
final class RangeText {
  private static final String EMPTY = "empty";
  private final String text;
  private int at;

  boolean empty;
  boolean lowerInclusive;
  boolean upperInclusive;

  /** Null for none. */
  String lower;

  /** Null for none. */
  String upper;

  private RangeText(String text) {
    this.text = text;
  }

  static RangeText parse(String text) {
    RangeText parsed = new RangeText(text);
    parsed.read();
    return parsed;
  }

  private void read() {
    skipSpaces();
    if (text.regionMatches(true, at, EMPTY, 0, EMPTY.length())) {
      empty = true;
      at += EMPTY.length();
      skipSpaces();
      if (at < text.length()) {
        throw malformed("Junk after \"empty\" key word.");
      }
      return;
    }
    lowerInclusive = peek() == '[';
    if (!lowerInclusive && peek() != '(') {
      throw malformed("Missing left parenthesis or bracket.");
    }
    at++;
    lower = bound();
    if (peek() != ',') {
      throw malformed("Missing comma after lower bound.");
    }
    at++;
    upper = bound();
    upperInclusive = peek() == ']';
    if (!upperInclusive && peek() != ')') {
      throw malformed("Too many commas.");
    }
    at++;
    skipSpaces();
    if (at < text.length()) {
      throw malformed("Junk after right parenthesis or bracket.");
    }
  }

  private String bound() {
    if (isEnd(peek())) {
      return null;
    }
    StringBuilder bound = new StringBuilder();
    boolean quoted = false;
    while (quoted || !isEnd(peek())) {
      char c = next();
      if (c == '\\') {
        bound.append(next());
      } else if (c != '"') {
        bound.append(c);
      } else if (quoted && peek() == '"') {
        bound.append(next());
      } else {
        quoted = !quoted;
      }
    }
    return bound.toString();
  }

  private static boolean isEnd(char c) {
    return c == ',' || c == ')' || c == ']';
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    if (at >= text.length()) {
      throw malformed("Unexpected end of input.");
    }
    return text.charAt(at++);
  }

  private void skipSpaces() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private PgException malformed(String detail) {
    return new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed range literal: \"" + text + "\"")
        .withDetail(detail);
  }

  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** A bound, quoted where its text could be mistaken. */
  static void write(String bound, StringBuilder out) {
    boolean quoted = bound.isEmpty();
    for (int i = 0; i < bound.length(); i++) {
      char c = bound.charAt(i);
      quoted |= "\"\\()[],".indexOf(c) >= 0 || isSpace(c);
    }
    if (!quoted) {
      out.append(bound);
      return;
    }
    out.append('"');
    for (int i = 0; i < bound.length(); i++) {
      char c = bound.charAt(i);
      if (c == '"' || c == '\\') {
        out.append(c);
      }
      out.append(c);
    }
    out.append('"');
  }
}
