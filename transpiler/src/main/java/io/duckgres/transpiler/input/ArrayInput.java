package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * Text to array: {@code {1,2}}, nested, with quoting and NULLs; lower bounds are read and dropped.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c} (array_in, ReadArrayStr).
 */
public final class ArrayInput {
  /** An element: a nested array, or a text that is null for NULL. */
  public sealed interface Element {
    /** A value; a null text is NULL. */
    record Value(String text) implements Element {}

    /** A nested array. */
    record Nested(List<Element> elements) implements Element {}
  }

  private final String text;
  private final char delimiter;
  private int at;

  private ArrayInput(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /**
   * The elements.
   *
   * @param delimiter the element type's {@code typdelim}
   * @throws PgException 22P02 with PostgreSQL's detail; without position
   */
  public static List<Element> parse(String text, char delimiter) {
    ArrayInput input = new ArrayInput(text, delimiter);
    input.skipBounds();
    if (input.peek() != '{') {
      throw input.malformed("Array value must start with \"{\" or dimension information.");
    }
    List<Element> elements = input.braces();
    input.skipSpace();
    if (input.at < text.length()) {
      throw input.malformed("Junk after closing right brace.");
    }
    if (!isRectangular(elements)) {
      throw input.malformed(
          "Multidimensional arrays must have sub-arrays with matching dimensions.");
    }
    return elements;
  }

  private void skipBounds() {
    skipSpace();
    if (peek() != '[') {
      return;
    }
    int equals = text.indexOf('=', at);
    if (equals < 0) {
      throw malformed("Missing \"=\" after array dimensions.");
    }
    at = equals + 1;
    skipSpace();
  }

  private List<Element> braces() {
    at++;
    List<Element> elements = new ArrayList<>();
    skipSpace();
    if (peek() == '}') {
      at++;
      return elements;
    }
    while (true) {
      skipSpace();
      elements.add(element());
      skipSpace();
      char next = peek();
      if (next == '}') {
        at++;
        return elements;
      }
      if (next == 0) {
        throw malformed("Unexpected end of input.");
      }
      if (next != delimiter) {
        throw malformed(
            next == '{' ? "Unexpected \"{\" character." : "Incorrectly quoted array element.");
      }
      at++;
    }
  }

  private Element element() {
    char first = peek();
    if (first == '{') {
      return new Element.Nested(braces());
    }
    if (first == '"') {
      return new Element.Value(quoted());
    }
    if (first == delimiter || first == '}') {
      throw malformed("Unexpected \"" + first + "\" character.");
    }
    return bare();
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
    }
    throw malformed("Unexpected end of input.");
  }

  private Element bare() {
    StringBuilder value = new StringBuilder();
    int kept = 0;
    boolean escaped = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == delimiter || c == '}' || c == '{' || c == '"') {
        break;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        escaped = true;
        value.append(text.charAt(at));
        kept = value.length();
        continue;
      }
      value.append(c);
      if (!Character.isWhitespace(c)) {
        kept = value.length();
      }
    }
    value.setLength(kept);
    boolean isNull = !escaped && value.toString().equalsIgnoreCase("null");
    return new Element.Value(isNull ? null : value.toString());
  }

  private static boolean isRectangular(List<Element> elements) {
    return dimensions(elements) != null;
  }

  /** Lengths by dimension, null when sub-arrays differ. */
  private static List<Integer> dimensions(List<Element> elements) {
    List<Integer> inner = null;
    for (int i = 0; i < elements.size(); i++) {
      List<Integer> here =
          elements.get(i) instanceof Element.Nested nested
              ? dimensions(nested.elements())
              : List.of();
      if (here == null || (i > 0 && !here.equals(inner))) {
        return null;
      }
      inner = here;
    }
    List<Integer> all = new ArrayList<>();
    all.add(elements.size());
    if (inner != null) {
      all.addAll(inner);
    }
    return all;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private PgException malformed(String detail) {
    return new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed array literal: \"" + text + "\"")
        .withDetail(detail);
  }
}
