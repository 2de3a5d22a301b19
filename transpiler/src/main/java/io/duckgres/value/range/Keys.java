package io.duckgres.value.range;

import java.math.BigDecimal;
import java.util.HexFormat;

/** Texts in the order of numbers, none of which begins another. */
final class Keys {
  private static final int EXPONENT_BIAS = 500_000;
  private static final int EXPONENT_LIMIT = 999_999;

  private Keys() {}

  static String of(long value) {
    return HexFormat.of().toHexDigits(value ^ Long.MIN_VALUE);
  }

  /** Sign, exponent and digits; below zero each digit's complement to nine. */
  static String of(BigDecimal value) {
    if (value.signum() == 0) {
      return "5";
    }
    BigDecimal magnitude = value.abs().stripTrailingZeros();
    int exponent = magnitude.precision() - magnitude.scale() + EXPONENT_BIAS;
    String digits = magnitude.unscaledValue().toString();
    if (value.signum() > 0) {
      return "6" + String.format("%06d", exponent) + digits + " ";
    }
    StringBuilder key = new StringBuilder("4");
    key.append(String.format("%06d", EXPONENT_LIMIT - exponent));
    for (int i = 0; i < digits.length(); i++) {
      key.append((char) ('0' + '9' - digits.charAt(i)));
    }
    return key.append('~').toString();
  }
}
