package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code format(text, …)}: arguments come as their output texts.
 *
 * <p>Source: {@code text_format} in {@code src/backend/utils/adt/varlena.c}.
 */
final class FormatFunction {
  private final String format;
  private final Object[] values;
  private int at;
  private int next = 1;

  private FormatFunction(Object[] values) {
    this.format = (String) values[0];
    this.values = values;
  }

  /** The first value is the format, null gives null; the others are texts, which may be null. */
  static String format(Object[] values) {
    return values[0] == null ? null : new FormatFunction(values).run();
  }

  /** The same for values in a JSON array; a missing one stands for no values. */
  static String formatList(Object[] arguments) {
    List<Object> values = new ArrayList<>();
    values.add(arguments[0]);
    if (arguments[1] != null) {
      String list = (String) arguments[1];
      for (JsonValue value : JsonReader.json(list).elements()) {
        values.add(JsonAccess.text(list, value));
      }
    }
    return format(values.toArray());
  }

  private String run() {
    StringBuilder out = new StringBuilder();
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        out.append(c);
      } else if (peek() == '%') {
        at++;
        out.append('%');
      } else {
        specifier(out);
      }
    }
    return out.toString();
  }

  private void specifier(StringBuilder out) {
    int position = 0;
    boolean left = false;
    int width = 0;
    boolean widthGiven = false;
    int number = digits();
    if (number >= 0 && peek() == '$') {
      at++;
      position = number;
      if (position == 0) {
        throw invalid("format specifies argument 0, but arguments are numbered from 1");
      }
      number = -1;
    } else if (number >= 0) {
      width = number;
      widthGiven = true;
    }
    if (!widthGiven) {
      while (peek() == '-') {
        left = true;
        at++;
      }
      if (peek() == '*') {
        at++;
        int widthPosition = digits();
        if (widthPosition >= 0) {
          if (peek() != '$') {
            throw invalid("width argument position must be ended by \"$\"");
          }
          at++;
          if (widthPosition == 0) {
            throw invalid("format specifies argument 0, but arguments are numbered from 1");
          }
        }
        String value = argument(widthPosition > 0 ? widthPosition : next);
        next = (widthPosition > 0 ? widthPosition : next) + 1;
        width = value == null ? 0 : InputFunctions.int4(value);
        if (width < 0) {
          left = true;
          width = -width;
        }
      } else {
        width = Math.max(digits(), 0);
      }
    }
    char type = peek();
    if (type == 0) {
      throw unterminated();
    }
    at += Character.charCount(format.codePointAt(at));
    if (type != 's' && type != 'I' && type != 'L') {
      throw invalid(
              "unrecognized format() type specifier \""
                  + Character.toString(format.codePointBefore(at))
                  + "\"")
          .withHint("For a single \"%\" use \"%%\".");
    }
    int index = position > 0 ? position : next;
    String value = argument(index);
    next = index + 1;
    append(out, shown(type, value), width, left);
  }

  private String shown(char type, String value) {
    if (type == 's') {
      return value == null ? "" : value;
    }
    if (type == 'L') {
      return value == null ? "NULL" : CharacterFunctions.quoteLiteral(value);
    }
    if (value == null) {
      throw new PgException(
          SqlState.NULL_VALUE_NOT_ALLOWED, "null values cannot be formatted as an SQL identifier");
    }
    return IdentifierFunctions.quote(value);
  }

  private String argument(int index) {
    if (index >= values.length) {
      throw invalid("too few arguments for format()");
    }
    return (String) values[index];
  }

  private static void append(StringBuilder out, String text, int width, boolean left) {
    int padding = width - text.codePointCount(0, text.length());
    String blanks = padding > 0 ? " ".repeat(padding) : "";
    out.append(left ? text + blanks : blanks + text);
  }

  /** The number at the place, -1 when there is none. */
  private int digits() {
    int start = at;
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + (peek() - '0');
      if (value > Integer.MAX_VALUE) {
        throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "number is out of range");
      }
      at++;
    }
    if (at >= format.length() && at > start) {
      throw unterminated();
    }
    return at == start ? -1 : (int) value;
  }

  private char peek() {
    return at < format.length() ? format.charAt(at) : 0;
  }

  private static PgException unterminated() {
    return invalid("unterminated format() type specifier")
        .withHint("For a single \"%\" use \"%%\".");
  }

  private static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
  }
}
