package io.duckgres.catalog.scalar;

import java.math.BigDecimal;

/** Floating-point numbers as PostgreSQL prints their shortest digits. */
final class FloatTexts {
  private static final int LEAST_PLAIN_EXPONENT = -4;

  private FloatTexts() {}

  /**
   * The text of a finite number.
   *
   * @param text its shortest digits, in any notation
   * @param plain from which exponent on it is written with an exponent: 6 for real, 15 for double
   *     precision
   */
  static String text(String text, int plain) {
    BigDecimal value = new BigDecimal(text);
    if (value.signum() == 0) {
      return text.startsWith("-") ? "-0" : "0";
    }
    BigDecimal shortest = value.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= LEAST_PLAIN_EXPONENT && exponent < plain) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    StringBuilder out = new StringBuilder(value.signum() < 0 ? "-" : "");
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    return out.append(String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent)))
        .toString();
  }
}
