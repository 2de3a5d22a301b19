package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Text to array: {@code {1,NULL,"a b"}}, nested, and with bounds as in {@code [1:2]={a,b}}; the
 * engine counts from 1 alone.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c} (array_in, ReadArrayStr).
 */
public final class ArrayInput {
  /** The most dimensions of an array. */
  public static final int MAX_DIMENSIONS = 6;

  private final String text;
  private final char delimiter;
  private final Function<String, Object> reader;
  private int at;
  private boolean escaped;

  private ArrayInput(String text, char delimiter, Function<String, Object> reader) {
    this.text = text;
    this.delimiter = delimiter;
    this.reader = reader;
  }

  /**
   * The elements.
   *
   * @param delimiter the element type's {@code typdelim}
   * @param reader makes a value of an element's text; its errors come in the order of the text
   * @return what {@code reader} made, null for NULL, or lists of a further dimension; empty when no
   *     dimension has an element
   * @throws PgException 22P02 with PostgreSQL's detail, 54000 for more than six dimensions, 0A000
   *     for a lower bound other than 1; without position
   */
  public static List<Object> parse(String text, char delimiter, Function<String, Object> reader) {
    return new ArrayInput(text, delimiter, reader).parse();
  }

  /** The 0A000 of an array that does not count from 1. */
  public static PgException otherLowerBound() {
    return PgException.notSupported("an array with a lower bound other than 1");
  }

  private List<Object> parse() {
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
    Arrays.fill(found, -1);
    check(elements, 0, found);
    if (!lengths.isEmpty()) {
      for (int i = 0; i < MAX_DIMENSIONS; i++) {
        if (found[i] != (i < lengths.size() ? lengths.get(i) : -1)) {
          throw malformed("Specified array dimensions do not match array contents.");
        }
      }
    }
    return isEmpty(elements) ? List.of() : elements;
  }

  /** {@code [lower:upper]…=}. */
  private List<Integer> bounds() {
    List<Integer> lengths = new ArrayList<>();
    boolean shifted = false;
    while (peek() == '[') {
      at++;
      if (lengths.size() == MAX_DIMENSIONS) {
        throw tooMany();
      }
      long first = bound("\"[\" must introduce explicitly-specified array dimensions.");
      long last = first;
      if (peek() == ':') {
        at++;
        last = bound("Missing array dimension value.");
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
      shifted |= first != 1;
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
    if (shifted) {
      throw otherLowerBound();
    }
    return lengths;
  }

  private long bound(String missing) {
    int start = at;
    if (peek() == '-' || peek() == '+') {
      at++;
    }
    int digits = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == digits) {
      throw malformed(missing);
    }
    long value = at - digits > 11 ? Long.MAX_VALUE : Long.parseLong(text.substring(start, at));
    if (value != (int) value) {
      throw new PgException(SqlState.PROGRAM_LIMIT_EXCEEDED, "array bound is out of integer range");
    }
    return value;
  }

  private static PgException tooMany() {
    return new PgException(
        SqlState.PROGRAM_LIMIT_EXCEEDED,
        "number of array dimensions exceeds the maximum allowed (" + MAX_DIMENSIONS + ")");
  }

  private List<Object> list(int depth) {
    if (depth > MAX_DIMENSIONS) {
      throw tooMany();
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
      if (at >= text.length()) {
        throw malformed("Unexpected end of input.");
      }
      char next = peek();
      at++;
      if (next == '}') {
        return elements;
      }
      if (next != delimiter) {
        boolean afterList = elements.get(elements.size() - 1) instanceof List<?>;
        throw malformed(
            !afterList
                ? "Incorrectly quoted array element."
                : next == '{' ? "Unexpected \"{\" character." : "Unexpected array element.");
      }
    }
  }

  private Object element() {
    StringBuilder value = new StringBuilder();
    if (peek() == '"') {
      quotedElement(value);
    } else {
      value.setLength(plainElement(value));
      if (value.isEmpty()) {
        throw malformed("Unexpected \"" + peek() + "\" character.");
      }
      if (value.length() == 4 && !escaped && value.toString().equalsIgnoreCase("NULL")) {
        return null;
      }
    }
    return reader.apply(value.toString());
  }

  private void quotedElement(StringBuilder value) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      value.append(c);
    }
    throw malformed("Unexpected end of input.");
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
        if (!isSpace(c)) {
          end = value.length();
        }
      }
    }
    throw malformed("Unexpected end of input.");
  }

  /** All lists of one level must be equally long, and all elements equally deep. */
  private void check(List<?> elements, int depth, int[] lengths) {
    if (lengths[depth] >= 0 && lengths[depth] != elements.size()) {
      throw ragged();
    }
    lengths[depth] = elements.size();
    boolean nested = !elements.isEmpty() && elements.get(0) instanceof List<?>;
    for (Object child : elements) {
      if (child instanceof List<?> != nested) {
        throw ragged();
      }
      if (child instanceof List<?> inner) {
        check(inner, depth + 1, lengths);
      }
    }
  }

  private PgException ragged() {
    return malformed("Multidimensional arrays must have sub-arrays with matching dimensions.");
  }

  private static boolean isEmpty(List<?> elements) {
    return elements.isEmpty()
        || elements.stream().allMatch(child -> child instanceof List<?> inner && isEmpty(inner));
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(peek())) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
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
