package io.duckgres.value;

import io.duckgres.pgtype.ShortestDecimal;

/**
 * float8 as text, the shortest that reads back as the same number.
 *
 * <p>Source: {@code src/backend/utils/adt/float.c} (float8out_internal).
 */
public final class FloatText {
  private static final int FIXED_LIMIT = 15;
  private static final int LEAST_FIXED_EXPONENT = -4;

  private FloatText() {}

  /** What the output function gives. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    if (Double.isInfinite(value)) {
      return sign + "Infinity";
    }
    if (value == 0) {
      return sign + "0";
    }
    ShortestDecimal shortest = new ShortestDecimal();
    shortest.of(Math.abs(value));
    String digits = Long.toString(shortest.digits());
    int exponent = shortest.exponent();
    int scientific = digits.length() + exponent - 1;
    if (scientific < LEAST_FIXED_EXPONENT || scientific >= FIXED_LIMIT) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      return sign
          + digits.charAt(0)
          + fraction
          + (scientific < 0 ? "e-" : "e+")
          + (Math.abs(scientific) < 10 ? "0" : "")
          + Math.abs(scientific);
    }
    if (exponent >= 0) {
      return sign + digits + "0".repeat(exponent);
    }
    if (scientific >= 0) {
      return sign + digits.substring(0, scientific + 1) + "." + digits.substring(scientific + 1);
    }
    return sign + "0." + "0".repeat(-scientific - 1) + digits;
  }
}
