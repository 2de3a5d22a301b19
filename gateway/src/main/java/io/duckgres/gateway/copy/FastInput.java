package io.duckgres.gateway.copy;

import io.duckgres.gateway.engine.RowSink;
import io.duckgres.transpiler.catalog.Attribute;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reads the usual forms of values straight from their bytes. What it does not understand is left to
 * the codecs, which know every form and every error.
 */
@FunctionalInterface
interface FastInput {
  /** Digits that fit into a long whatever they are. */
  int SAFE_DIGITS = 18;

  /**
   * Puts a value.
   *
   * @return false when it has put nothing
   */
  boolean put(byte[] bytes, int from, int to, RowSink sink, int column, int row);

  /** The fast way for a column, or null. */
  static FastInput of(Carrier carrier, Attribute attribute) {
    return switch (carrier.kind()) {
      case SHORT ->
          (bytes, from, to, sink, column, row) -> {
            long value = integer(bytes, from, to);
            if (value != (short) value) {
              return false;
            }
            sink.setShort(column, row, (short) value);
            return true;
          };
      case INTEGER ->
          (bytes, from, to, sink, column, row) -> {
            long value = integer(bytes, from, to);
            if (value != (int) value) {
              return false;
            }
            sink.setInt(column, row, (int) value);
            return true;
          };
      case LONG ->
          (bytes, from, to, sink, column, row) -> {
            long value = integer(bytes, from, to);
            if (value == Long.MIN_VALUE) {
              return false;
            }
            sink.setLong(column, row, value);
            return true;
          };
      case BOOLEAN -> FastInput::bool;
      case DOUBLE -> FastInput::floating;
      case DECIMAL -> new FastDecimal(carrier);
      case DATE -> FastInput::date;
      case TEXT -> attribute.typmod() < 0 && isPlainText(attribute) ? FastInput::text : null;
      default -> null;
    };
  }

  private static boolean isPlainText(Attribute attribute) {
    String name = attribute.type() == null ? "text" : attribute.type().name();
    return name.equals("text") || name.equals("varchar");
  }

  /** An integer of at most eighteen digits; Long.MIN_VALUE for anything else. */
  static long integer(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative) {
      at++;
    }
    if (at == to || to - at > SAFE_DIGITS) {
      return Long.MIN_VALUE;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  private static boolean bool(byte[] bytes, int from, int to, RowSink sink, int column, int row) {
    if (to - from != 1 || bytes[from] != 't' && bytes[from] != 'f') {
      return false;
    }
    sink.setBoolean(column, row, bytes[from] == 't');
    return true;
  }

  private static boolean floating(
      byte[] bytes, int from, int to, RowSink sink, int column, int row) {
    int points = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      byte c = bytes[i];
      if (c == '.') {
        points++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c != '-' || i > from) {
        return false;
      }
    }
    if (points > 1 || digits == 0 || digits > SAFE_DIGITS) {
      return false;
    }
    sink.setDouble(
        column,
        row,
        Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
    return true;
  }

  /** {@code YYYY-MM-DD}, which every DateStyle reads alike. */
  private static boolean date(byte[] bytes, int from, int to, RowSink sink, int column, int row) {
    if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-' || bytes[from] == '-') {
      return false;
    }
    long year = integer(bytes, from, from + 4);
    long month = integer(bytes, from + 5, from + 7);
    long day = integer(bytes, from + 8, to);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 28 && !isDay(year, month, day)) {
      return false;
    }
    sink.setInt(column, row, (int) LocalDate.of((int) year, (int) month, (int) day).toEpochDay());
    return true;
  }

  private static boolean isDay(long year, long month, long day) {
    return day <= LocalDate.of((int) year, (int) month, 1).lengthOfMonth();
  }

  private static boolean text(byte[] bytes, int from, int to, RowSink sink, int column, int row) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= 0) {
        return false;
      }
    }
    sink.setString(column, row, new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    return true;
  }

  /** Numbers with a point that need no rounding. */
  final class FastDecimal implements FastInput {
    private final int precision;
    private final int scale;

    FastDecimal(Carrier carrier) {
      String type = carrier.engineType();
      precision = Integer.parseInt(type.substring(type.indexOf('(') + 1, type.indexOf(',')).trim());
      scale = carrier.scale();
    }

    @Override
    public boolean put(byte[] bytes, int from, int to, RowSink sink, int column, int row) {
      int at = from;
      boolean negative = at < to && bytes[at] == '-';
      if (negative) {
        at++;
      }
      if (at == to || to - at > SAFE_DIGITS) {
        return false;
      }
      long value = 0;
      int after = -1;
      int digits = 0;
      for (; at < to; at++) {
        byte c = bytes[at];
        if (c == '.' && after < 0) {
          after = 0;
        } else if (c >= '0' && c <= '9') {
          value = value * 10 + (c - '0');
          digits++;
          after += after < 0 ? 0 : 1;
        } else {
          return false;
        }
      }
      int fraction = Math.max(0, after);
      if (digits == 0 || fraction > scale || digits - fraction > precision - scale) {
        return false;
      }
      BigDecimal decimal = BigDecimal.valueOf(negative ? -value : value, fraction);
      sink.setDecimal(column, row, fraction == scale ? decimal : decimal.setScale(scale));
      return true;
    }
  }
}
