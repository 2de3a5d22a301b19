package io.duckgres.json;

import io.duckgres.json.JsonValue.Member;
import java.math.BigDecimal;

/**
 * jsonb's order as a string: two values compare as these strings do, byte by byte, and are equal
 * exactly when the strings are.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonb_util.c} (compareJsonbContainers).
 */
public final class JsonbOrder {
  private static final int EXPONENT_OFFSET = 500000;

  private JsonbOrder() {}

  /** The string of a value. */
  public static String key(JsonValue value) {
    StringBuilder out = new StringBuilder();
    if (value.isObject()) {
      append(value, out);
    } else if (value.isArray()) {
      // A scalar is kept as an array of one element; an array of as many follows it.
      out.append((char) ('1' + JsonValue.Kind.ARRAY.ordinal()));
      count(value.elements().size(), out);
      out.append('1');
      value.elements().forEach(element -> append(element, out));
    } else {
      out.append((char) ('1' + JsonValue.Kind.ARRAY.ordinal()));
      count(1, out);
      out.append('0');
      append(value, out);
    }
    return out.toString();
  }

  private static void append(JsonValue value, StringBuilder out) {
    out.append((char) ('1' + value.kind().ordinal()));
    switch (value.kind()) {
      case STRING -> string(value.text(), out);
      case NUMBER -> number(value.number(), out);
      case BOOLEAN -> out.append(value.truth() ? '1' : '0');
      case ARRAY -> {
        count(value.elements().size(), out);
        value.elements().forEach(element -> append(element, out));
      }
      case OBJECT -> {
        count(value.members().size(), out);
        for (Member member : value.members()) {
          string(member.key(), out);
          append(member.value(), out);
        }
      }
      default -> {}
    }
  }

  private static void count(int count, StringBuilder out) {
    out.append(String.format("%010d", count));
  }

  /** The end is marked by a character below all others; that character itself is doubled up. */
  private static void string(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      if (c == 1) {
        out.append('\u0002');
      }
    }
    out.append("\u0001\u0001");
  }

  private static void number(BigDecimal number, StringBuilder out) {
    int sign = number.signum();
    out.append((char) ('1' + sign));
    if (sign == 0) {
      return;
    }
    BigDecimal plain = number.abs().stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() + EXPONENT_OFFSET;
    String digits = String.format("%07d", exponent) + plain.unscaledValue();
    if (sign > 0) {
      out.append(digits).append(' ');
      return;
    }
    for (int i = 0; i < digits.length(); i++) {
      out.append((char) ('0' + '9' - digits.charAt(i)));
    }
    out.append('~');
  }
}
