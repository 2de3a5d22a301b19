package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * Array literals such as {@code {1,NULL,"a b"}} and {@code [0:1]={a,b}}.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c} (array_in, ReadArrayStr).
 */
final class ArrayParser {
  private static final int MAX_DIMENSIONS = 6;

  private final String text;
  private final char delimiter;
  private final TypeCodec element;
  private int at;

  ArrayParser(String text, char delimiter, TypeCodec element) {
    this.text = text;
    this.delimiter = delimiter;
    this.element = element;
  }

  /** The elements: values, null, or lists of a further dimension. */
  List<Object> parse() {
    skipSpace();
    List<Integer> lengths = bounds();
    if (peek() != '{') {
      throw malformed(
          lengths.isEmpty()
              ? "Array value must start with \"{\" or dimension information."
              : "Array contents must start with \"{\".");
    }
    List<Object> elements = list(1);
    skipSpace();
    if (at < text.length()) {
      throw malformed("Junk after closing right brace.");
    }
    int[] found = new int[MAX_DIMENSIONS + 1];
    java.util.Arrays.fill(found, -1);
    check(elements, 0, found);
    for (int i = 0; i < lengths.size(); i++) {
      if (found[i] != lengths.get(i)) {
        throw malformed("Specified array dimensions do not match array contents.");
      }
    }
    return isEmpty(elements) ? List.of() : elements;
  }

  /** {@code [lower:upper]…=}; the engine counts from 1 alone. */
  private List<Integer> bounds() {
    List<Integer> lengths = new ArrayList<>();
    while (peek() == '[') {
      at++;
      long first = bound();
      long last = first;
      if (peek() == ':') {
        at++;
        last = bound();
      } else {
        first = 1;
      }
      if (peek() != ']') {
        throw malformed("Missing \"]\" after array dimensions.");
      }
      at++;
      if (last < first) {
        throw new PgException(
            SqlState.ARRAY_SUBSCRIPT_ERROR, "upper bound cannot be less than lower bound");
      }
      if (first != 1) {
        throw ArrayCodec.otherLowerBound();
      }
      lengths.add((int) (last - first + 1));
      skipSpace();
    }
    if (!lengths.isEmpty()) {
      if (peek() != '=') {
        throw malformed("Missing \"=\" after array dimensions.");
      }
      at++;
      skipSpace();
    }
    return lengths;
  }

  private long bound() {
    int start = at;
    while (at < text.length() && (Character.isDigit(peek()) || peek() == '-' || peek() == '+')) {
      at++;
    }
    IntegerText.Result result = IntegerText.parse(text.substring(start, at));
    if (result == null || result.tooLarge()) {
      throw malformed("\"[\" must introduce explicitly-specified array dimensions.");
    }
    return result.value();
  }

  private List<Object> list(int depth) {
    if (depth > MAX_DIMENSIONS) {
      throw new PgException(
          SqlState.PROGRAM_LIMIT_EXCEEDED,
          "number of array dimensions exceeds the maximum allowed (" + MAX_DIMENSIONS + ")");
    }
    at++;
    List<Object> elements = new ArrayList<>();
    skipSpace();
    if (peek() == '}') {
      at++;
      return elements;
    }
    while (true) {
      skipSpace();
      if (at >= text.length()) {
        throw malformed("Unexpected end of input.");
      }
      elements.add(peek() == '{' ? list(depth + 1) : element());
      skipSpace();
      char next = peek();
      at++;
      if (next == '}') {
        return elements;
      }
      if (next != delimiter) {
        throw at > text.length()
            ? malformed("Unexpected end of input.")
            : malformed(
                next == '"' || elements.get(elements.size() - 1) instanceof List<?>
                    ? "Unexpected array element."
                    : "Incorrectly quoted array element.");
      }
    }
  }

  private Object element() {
    StringBuilder value = new StringBuilder();
    boolean quoted = peek() == '"';
    if (quoted) {
      quotedElement(value);
    } else {
      int end = plainElement(value);
      value.setLength(end);
      if (value.isEmpty()) {
        throw malformed("Unexpected \"" + peek() + "\" character.");
      }
      if (end == 4 && !escaped && value.toString().equalsIgnoreCase("NULL")) {
        return null;
      }
    }
    return element.readText(value.toString());
  }

  private boolean escaped;

  private void quotedElement(StringBuilder value) {
    at++;
    while (true) {
      if (at >= text.length()) {
        throw malformed("Unexpected end of input.");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      value.append(c);
    }
  }

  /** Reads up to the delimiter; gives the length without trailing space. */
  private int plainElement(StringBuilder value) {
    int end = 0;
    escaped = false;
    while (at < text.length()) {
      char c = peek();
      if (c == delimiter || c == '}') {
        return end;
      }
      if (c == '{') {
        throw malformed("Unexpected \"{\" character.");
      }
      if (c == '"') {
        throw malformed("Incorrectly quoted array element.");
      }
      at++;
      if (c == '\\') {
        if (at >= text.length()) {
          throw malformed("Unexpected end of input.");
        }
        escaped = true;
        value.append(text.charAt(at++));
        end = value.length();
      } else {
        value.append(c);
        if (!TypeCodec.isSpace(c)) {
          end = value.length();
        }
      }
    }
    throw malformed("Unexpected end of input.");
  }

  /** All lists of one level must be equally long, and all elements equally deep. */
  private void check(List<?> elements, int depth, int[] lengths) {
    if (lengths[depth] >= 0 && lengths[depth] != elements.size()) {
      throw malformed("Multidimensional arrays must have sub-arrays with matching dimensions.");
    }
    lengths[depth] = elements.size();
    boolean nested = !elements.isEmpty() && elements.get(0) instanceof List<?>;
    for (Object child : elements) {
      if (child instanceof List<?> != nested) {
        throw malformed("Multidimensional arrays must have sub-arrays with matching dimensions.");
      }
      if (child instanceof List<?> inner) {
        check(inner, depth + 1, lengths);
      }
    }
  }

  private static boolean isEmpty(List<?> elements) {
    return elements.isEmpty()
        || elements.stream().allMatch(child -> child instanceof List<?> inner && isEmpty(inner));
  }

  private void skipSpace() {
    while (at < text.length() && TypeCodec.isSpace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private PgException malformed(String detail) {
    return new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed array literal: \"" + text + "\"")
        .withDetail(detail);
  }
}
