package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.Typmods;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What becomes of numerics as text outside arithmetic: precision and scale, integers, order.
 *
 * <p>Source: {@code src/backend/utils/adt/numeric.c} (apply_typmod, numeric_int4, random_numeric).
 */
final class NumericModifiers {
  private static final int EXPONENT_BIAS = 200_000;

  private NumericModifiers() {}

  /** Rounded to the scale of a typmod; what its precision does not hold is an error. */
  static String apply(String value, Integer typmod) {
    int precision = Typmods.numericPrecision(typmod);
    int scale = Typmods.numericScale(typmod);
    if (value.equals("NaN")) {
      return value;
    }
    if (NumericFunctions.isSpecial(value)) {
      throw overflow(
          "A field with precision "
              + precision
              + ", scale "
              + scale
              + " cannot hold an infinite value.");
    }
    BigDecimal rounded = new BigDecimal(value).setScale(scale, RoundingMode.HALF_UP);
    int most = precision - scale;
    if (rounded.signum() != 0 && rounded.precision() - rounded.scale() > most) {
      throw overflow(
          "A field with precision "
              + precision
              + ", scale "
              + scale
              + " must round to an absolute value less than "
              + (most == 0 ? "1" : "10^" + most)
              + ".");
    }
    return (scale < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  private static PgException overflow(String detail) {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow")
        .withDetail(detail);
  }

  /**
   * The integer next to a numeric.
   *
   * @param type smallint, integer or bigint
   */
  static Long integer(String value, String type) {
    if (NumericFunctions.isSpecial(value)) {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot convert " + (value.equals("NaN") ? "NaN" : "infinity") + " to " + type);
    }
    BigInteger rounded = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).unscaledValue();
    int bits = type.equals("smallint") ? 15 : type.equals("integer") ? 31 : 63;
    if (rounded.bitLength() > bits) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, type + " out of range");
    }
    return rounded.longValue();
  }

  /** A text whose order is that of the values; equal values have the same. */
  static String sortKey(String value) {
    if (NumericFunctions.isSpecial(value)) {
      return value.equals("NaN") ? "5" : value.startsWith("-") ? "0" : "4";
    }
    BigDecimal number = new BigDecimal(value);
    if (number.signum() == 0) {
      return "2";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() + EXPONENT_BIAS;
    String digits = stripped.unscaledValue().abs().toString();
    String key = String.format(Locale.ROOT, "%06d", exponent) + digits;
    if (number.signum() > 0) {
      return "3" + key;
    }
    StringBuilder complement = new StringBuilder("1");
    for (int i = 0; i < key.length(); i++) {
      complement.append((char) ('0' + '9' - key.charAt(i)));
    }
    return complement.append('~').toString();
  }

  /** A number between two, with as many decimals as the one that has more. */
  static String random(String low, String high, Double chance) {
    require(low, "lower");
    require(high, "upper");
    BigDecimal from = new BigDecimal(low);
    BigDecimal to = new BigDecimal(high);
    if (from.compareTo(to) > 0) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "lower bound must be less than or equal to upper bound");
    }
    int scale = Math.max(from.scale(), to.scale());
    BigDecimal steps = to.subtract(from).movePointRight(scale).add(BigDecimal.ONE);
    BigDecimal step = steps.multiply(new BigDecimal(chance)).setScale(0, RoundingMode.DOWN);
    return from.add(step.movePointLeft(scale)).setScale(scale).toPlainString();
  }

  private static void require(String bound, String which) {
    if (NumericFunctions.isSpecial(bound)) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          which + " bound cannot be " + (bound.equals("NaN") ? "NaN" : "infinity"));
    }
  }

  /** The greatest that is not NULL. */
  static String greatest(String[] values) {
    return extreme(values, 1);
  }

  /** The least that is not NULL. */
  static String least(String[] values) {
    return extreme(values, -1);
  }

  private static String extreme(String[] values, int direction) {
    String best = null;
    for (String value : values) {
      boolean better =
          value != null && (best == null || NumericFunctions.compare(value, best) * direction > 0);
      best = better ? value : best;
    }
    return best;
  }
}
