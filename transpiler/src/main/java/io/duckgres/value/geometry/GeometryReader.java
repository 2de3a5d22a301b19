package io.duckgres.value.geometry;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.value.Characters;
import io.duckgres.value.InputErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * The syntax that geometric types share.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c} (single_decode, pair_decode, path_decode).
 */
final class GeometryReader {
  private final String type;
  private final String text;
  final Characters in;

  /** Whether the last path began with a bracket. */
  boolean open;

  GeometryReader(String type, String text) {
    this.type = type;
    this.text = text;
    in = new Characters(text);
  }

  PgException invalid() {
    return InputErrors.invalid(type, text);
  }

  void expect(char c) {
    if (!in.take(c)) {
      throw invalid();
    }
  }

  void requireEnd() {
    if (!in.isAtEnd()) {
      throw invalid();
    }
  }

  /** A number with the blanks around it. */
  double number() {
    in.skipSpaces();
    int start = in.position();
    if (in.peek() == '+' || in.peek() == '-') {
      in.next();
    }
    if (Character.isLetter(in.peek())) {
      while (Character.isLetter(in.peek())) {
        in.next();
      }
    } else {
      digits();
      if (in.peek() == '.') {
        in.next();
        digits();
      }
      exponent();
    }
    String number = text.substring(start, in.position());
    in.skipSpaces();
    String normal;
    try {
      normal = NumberInput.floating(number, PgTypes.FLOAT8);
    } catch (PgException e) {
      if (e.state() == io.duckgres.pgtype.SqlState.INVALID_TEXT_REPRESENTATION) {
        throw invalid();
      }
      throw e;
    }
    return Double.parseDouble(normal);
  }

  private void digits() {
    while (Characters.isDigit(in.peek())) {
      in.next();
    }
  }

  private void exponent() {
    if (in.peek() != 'e' && in.peek() != 'E') {
      return;
    }
    int sign = in.peek(1) == '+' || in.peek(1) == '-' ? 1 : 0;
    if (Characters.isDigit(in.peek(1 + sign))) {
      in.moveTo(in.position() + 1 + sign);
      digits();
    }
  }

  /** Two numbers, in parentheses or not. */
  Point pair() {
    in.skipSpaces();
    boolean delimited = in.take('(');
    double x = number();
    expect(',');
    double y = number();
    if (delimited) {
      expect(')');
      in.skipSpaces();
    }
    return new Point(x, y);
  }

  /** The number of points that the commas tell; 0 when they are no pairs. */
  int countPairs() {
    long commas = text.chars().filter(c -> c == ',').count();
    return commas % 2 == 1 ? (int) (commas + 1) / 2 : 0;
  }

  /** Points, within parentheses or, where allowed, brackets. */
  List<Point> path(boolean mayBeOpen, int count) {
    int depth = 0;
    in.skipSpaces();
    open = in.peek() == '[';
    if (open) {
      if (!mayBeOpen) {
        throw invalid();
      }
      depth++;
      in.next();
    } else if (in.peek() == '(') {
      int start = in.position();
      in.next();
      in.skipSpaces();
      if (in.peek() == '(' || text.lastIndexOf('(') == start) {
        depth++;
      } else {
        in.moveTo(start);
      }
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(pair());
      in.take(',');
    }
    for (; depth > 0; depth--) {
      if (!in.take(')') && !(open && depth == 1 && in.take(']'))) {
        throw invalid();
      }
      in.skipSpaces();
    }
    return points;
  }

  /** Passes over a single parenthesis around everything. */
  boolean takeOuterParenthesis() {
    in.skipSpaces();
    return in.peek() == '(' && text.lastIndexOf('(') == in.position() && in.take('(');
  }
}
