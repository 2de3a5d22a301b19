package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * PostgreSQL's numeric arithmetic over decimals as text, each with its own number of decimals.
 *
 * <p>Source: {@code src/backend/utils/adt/numeric.c}.
 */
final class NumericFunctions {
  private static final int DIGITS_PER_GROUP = 4;
  private static final int LEAST_SIGNIFICANT_DIGITS = 16;
  private static final int MOST_DECIMALS = 1000;

  private NumericFunctions() {}

  static String add(String left, String right) {
    return new BigDecimal(left).add(new BigDecimal(right)).toPlainString();
  }

  static String subtract(String left, String right) {
    return new BigDecimal(left).subtract(new BigDecimal(right)).toPlainString();
  }

  static String multiply(String left, String right) {
    BigDecimal product = new BigDecimal(left).multiply(new BigDecimal(right));
    return limited(product).toPlainString();
  }

  static String divide(String left, String right) {
    BigDecimal dividend = new BigDecimal(left);
    BigDecimal divisor = new BigDecimal(right);
    requireNonZero(divisor);
    return dividend
        .divide(divisor, divisionScale(dividend, divisor), RoundingMode.HALF_UP)
        .toPlainString();
  }

  static String remainder(String left, String right) {
    BigDecimal divisor = new BigDecimal(right);
    requireNonZero(divisor);
    BigDecimal dividend = new BigDecimal(left);
    int scale = Math.max(dividend.scale(), divisor.scale());
    return dividend.remainder(divisor).setScale(scale, RoundingMode.DOWN).toPlainString();
  }

  static String negate(String value) {
    return new BigDecimal(value).negate().toPlainString();
  }

  static String absolute(String value) {
    return new BigDecimal(value).abs().toPlainString();
  }

  static String round(String value, Integer decimals) {
    return toScale(value, decimals, RoundingMode.HALF_UP);
  }

  static String truncate(String value, Integer decimals) {
    return toScale(value, decimals, RoundingMode.DOWN);
  }

  static String ceiling(String value) {
    return new BigDecimal(value).setScale(0, RoundingMode.CEILING).toPlainString();
  }

  static String floor(String value) {
    return new BigDecimal(value).setScale(0, RoundingMode.FLOOR).toPlainString();
  }

  private static String toScale(String value, int decimals, RoundingMode mode) {
    int scale = Math.max(-MOST_DECIMALS, Math.min(decimals, MOST_DECIMALS));
    BigDecimal rounded = new BigDecimal(value).setScale(scale, mode);
    return (scale < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  private static BigDecimal limited(BigDecimal value) {
    return value.scale() > MOST_DECIMALS
        ? value.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
        : value;
  }

  private static void requireNonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new PgException(SqlState.DIVISION_BY_ZERO, "division by zero");
    }
  }

  /** How many decimals a quotient has (select_div_scale). */
  static int divisionScale(BigDecimal dividend, BigDecimal divisor) {
    int weight = weight(dividend) - weight(divisor);
    if (firstGroup(dividend).compareTo(firstGroup(divisor)) <= 0) {
      weight--;
    }
    int scale = LEAST_SIGNIFICANT_DIGITS - weight * DIGITS_PER_GROUP;
    scale = Math.max(scale, Math.max(dividend.scale(), divisor.scale()));
    return Math.min(Math.max(scale, 0), MOST_DECIMALS);
  }

  /** Weight of the first group of four digits, 0 for the one before the point. */
  private static int weight(BigDecimal value) {
    if (value.signum() == 0) {
      return 0;
    }
    return Math.floorDiv(value.precision() - value.scale() - 1, DIGITS_PER_GROUP);
  }

  /** Value of the first group of four digits. */
  private static BigInteger firstGroup(BigDecimal value) {
    return value
        .abs()
        .scaleByPowerOfTen(-weight(value) * DIGITS_PER_GROUP)
        .setScale(0, RoundingMode.DOWN)
        .unscaledValue();
  }
}
