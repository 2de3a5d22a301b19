package io.duckgres.gateway.codec;

import io.duckgres.pgtype.ShortestDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * float4 and float8 as text.
 *
 * <p>Sources: {@code src/backend/utils/adt/float.c} (float8out_internal), {@code src/common/d2s.c}.
 */
final class FloatText {
  /** Digits that always survive text and back: {@code DBL_DIG} and {@code FLT_DIG}. */
  private static final int DOUBLE_DIGITS = 15;

  private static final int FLOAT_DIGITS = 6;
  private static final int LEAST_FIXED_EXPONENT = -4;

  private final ShortestDecimal shortest = new ShortestDecimal();
  private final int extraDigits;

  /**
   * @param extraDigits extra_float_digits
   */
  FloatText(int extraDigits) {
    this.extraDigits = extraDigits;
  }

  void write(double value, ValueBuffer out) {
    if (special(value, out)) {
      return;
    }
    double magnitude = Math.abs(value);
    if (extraDigits > 0) {
      shortest.of(magnitude);
      writeNumber(shortest.digits(), shortest.exponent(), DOUBLE_DIGITS, out);
    } else {
      writeRounded(new BigDecimal(magnitude), Math.max(1, DOUBLE_DIGITS + extraDigits), out);
    }
  }

  void write(float value, ValueBuffer out) {
    if (special(value, out)) {
      return;
    }
    float magnitude = Math.abs(value);
    if (extraDigits > 0) {
      shortest.of(magnitude);
      writeNumber(shortest.digits(), shortest.exponent(), FLOAT_DIGITS, out);
    } else {
      writeRounded(new BigDecimal(magnitude), Math.max(1, FLOAT_DIGITS + extraDigits), out);
    }
  }

  /** The shortest digits as a plain number, for numeric. */
  static String shortest(double value) {
    ShortestDecimal decimal = new ShortestDecimal();
    if (value == 0) {
      return "0";
    }
    decimal.of(Math.abs(value));
    return (value < 0 ? "-" : "") + decimal.digits() + "e" + decimal.exponent();
  }

  /** The shortest digits as a plain number, for numeric. */
  static String shortest(float value) {
    ShortestDecimal decimal = new ShortestDecimal();
    if (value == 0) {
      return "0";
    }
    decimal.of(Math.abs(value));
    return (value < 0 ? "-" : "") + decimal.digits() + "e" + decimal.exponent();
  }

  /** Writes NaN, the infinities and zero, or the sign of anything else. */
  private static boolean special(double value, ValueBuffer out) {
    if (Double.isNaN(value)) {
      out.writeAscii("NaN");
      return true;
    }
    if (Double.doubleToRawLongBits(value) < 0) {
      out.writeByte('-');
    }
    if (Double.isInfinite(value)) {
      out.writeAscii("Infinity");
      return true;
    }
    if (value == 0) {
      out.writeByte('0');
      return true;
    }
    return false;
  }

  private static void writeRounded(BigDecimal value, int precision, ValueBuffer out) {
    BigDecimal rounded =
        value.round(new MathContext(precision, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    writeNumber(rounded.unscaledValue().longValueExact(), -rounded.scale(), precision, out);
  }

  /** Writes digits · 10^exponent, in scientific form when its exponent reaches {@code limit}. */
  private static void writeNumber(long digits, int exponent, int limit, ValueBuffer out) {
    int start = out.position();
    out.writeDigits(digits, 1);
    int length = out.position() - start;
    int scientific = length + exponent - 1;
    if (scientific < LEAST_FIXED_EXPONENT || scientific >= limit) {
      if (length > 1) {
        insertPoint(start + 1, out);
      }
      out.writeByte('e');
      out.writeByte(scientific < 0 ? '-' : '+');
      out.writeDigits(Math.abs(scientific), 2);
    } else if (exponent >= 0) {
      for (int i = 0; i < exponent; i++) {
        out.writeByte('0');
      }
    } else if (scientific >= 0) {
      insertPoint(start + scientific + 1, out);
    } else {
      int zeros = -scientific + 1;
      out.shift(start, zeros);
      for (int i = 0; i < zeros; i++) {
        out.set(start + i, '0');
      }
      out.set(start + 1, '.');
    }
  }

  private static void insertPoint(int at, ValueBuffer out) {
    out.shift(at, 1);
    out.set(at, '.');
  }
}
