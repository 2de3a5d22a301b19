package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
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
  private static final int MOST_SCALE = 16383;
  private static final int MOST_WEIGHT = 131072;
  private static final long MOST_FACTORIAL = 32177;

  private NumericFunctions() {}

  static String add(String left, String right) {
    return isSpecial(left) || isSpecial(right)
        ? shown(special(left) + special(right))
        : new BigDecimal(left).add(new BigDecimal(right)).toPlainString();
  }

  static String subtract(String left, String right) {
    return isSpecial(left) || isSpecial(right)
        ? shown(special(left) - special(right))
        : new BigDecimal(left).subtract(new BigDecimal(right)).toPlainString();
  }

  static String multiply(String left, String right) {
    if (isSpecial(left) || isSpecial(right)) {
      return shown(special(left) * special(right));
    }
    BigDecimal product = new BigDecimal(left).multiply(new BigDecimal(right));
    return limited(product).toPlainString();
  }

  static String divide(String left, String right) {
    if (isSpecial(left) || isSpecial(right)) {
      return specialQuotient(left, right);
    }
    BigDecimal dividend = new BigDecimal(left);
    BigDecimal divisor = new BigDecimal(right);
    requireNonZero(divisor);
    return dividend
        .divide(divisor, divisionScale(dividend, divisor), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The quotient without its decimals: {@code div}. */
  static String quotient(String left, String right) {
    if (isSpecial(left) || isSpecial(right)) {
      return specialQuotient(left, right);
    }
    BigDecimal divisor = new BigDecimal(right);
    requireNonZero(divisor);
    return new BigDecimal(left).divide(divisor, 0, RoundingMode.DOWN).toPlainString();
  }

  static String remainder(String left, String right) {
    if (isSpecial(left) || isSpecial(right)) {
      double divisor = special(right);
      if (left.equals("NaN")) {
        return left;
      }
      if (divisor == 0) {
        throw divisionByZero();
      }
      return Double.isInfinite(divisor) && !isSpecial(left) ? left : "NaN";
    }
    BigDecimal divisor = new BigDecimal(right);
    requireNonZero(divisor);
    BigDecimal dividend = new BigDecimal(left);
    int scale = Math.max(dividend.scale(), divisor.scale());
    return dividend.remainder(divisor).setScale(scale, RoundingMode.DOWN).toPlainString();
  }

  static String negate(String value) {
    return isSpecial(value)
        ? shown(-special(value))
        : new BigDecimal(value).negate().toPlainString();
  }

  static String absolute(String value) {
    return isSpecial(value)
        ? shown(Math.abs(special(value)))
        : new BigDecimal(value).abs().toPlainString();
  }

  static String sign(String value) {
    if (isSpecial(value)) {
      return value.equals("NaN") ? value : Integer.toString((int) Math.signum(special(value)));
    }
    return Integer.toString(new BigDecimal(value).signum());
  }

  /** Less than, equal to or greater than zero; NaN is equal to itself and above all else. */
  static Integer compare(String left, String right) {
    return isSpecial(left) || isSpecial(right)
        ? Double.compare(special(left), special(right))
        : new BigDecimal(left).compareTo(new BigDecimal(right));
  }

  static String round(String value, Integer decimals) {
    return toScale(value, decimals, RoundingMode.HALF_UP);
  }

  static String truncate(String value, Integer decimals) {
    return toScale(value, decimals, RoundingMode.DOWN);
  }

  static String ceiling(String value) {
    return toScale(value, 0, RoundingMode.CEILING);
  }

  static String floor(String value) {
    return toScale(value, 0, RoundingMode.FLOOR);
  }

  /** Number of decimals; null for NaN and the infinities. */
  static Integer scale(String value) {
    return isSpecial(value) ? null : Integer.valueOf(new BigDecimal(value).scale());
  }

  /** Number of decimals up to the last that is not zero. */
  static Integer minimalScale(String value) {
    return isSpecial(value) ? null : Integer.valueOf(trimmed(value).scale());
  }

  static String trimScale(String value) {
    return isSpecial(value) ? value : trimmed(value).toPlainString();
  }

  private static BigDecimal trimmed(String value) {
    BigDecimal stripped = new BigDecimal(value).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static String gcd(String left, String right) {
    if (isSpecial(left) || isSpecial(right)) {
      return "NaN";
    }
    BigDecimal a = new BigDecimal(left);
    BigDecimal b = new BigDecimal(right);
    int scale = Math.max(a.scale(), b.scale());
    return new BigDecimal(unscaled(a, scale).gcd(unscaled(b, scale)), scale).toPlainString();
  }

  static String lcm(String left, String right) {
    if (isSpecial(left) || isSpecial(right)) {
      return "NaN";
    }
    BigDecimal a = new BigDecimal(left);
    BigDecimal b = new BigDecimal(right);
    int scale = Math.max(a.scale(), b.scale());
    BigInteger first = unscaled(a, scale);
    BigInteger second = unscaled(b, scale);
    BigInteger divisor = first.gcd(second);
    BigInteger multiple =
        divisor.signum() == 0 ? BigInteger.ZERO : first.divide(divisor).multiply(second).abs();
    return new BigDecimal(multiple, scale).toPlainString();
  }

  private static BigInteger unscaled(BigDecimal value, int scale) {
    return value.setScale(scale).unscaledValue();
  }

  static String factorial(Long number) {
    if (number < 0) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "factorial of a negative number is undefined");
    }
    if (number > MOST_FACTORIAL) {
      throw overflow();
    }
    BigInteger product = BigInteger.ONE;
    for (long factor = 2; factor <= number; factor++) {
      product = product.multiply(BigInteger.valueOf(factor));
    }
    return product.toString();
  }

  /**
   * Variance or its root of count, sum, sum of squares and {@code sample} or {@code population}
   * (numeric_stddev_internal).
   */
  static String variance(String[] parts, boolean root) {
    BigDecimal count = new BigDecimal(parts[0]);
    BigDecimal sum = new BigDecimal(parts[1]);
    BigDecimal squares = new BigDecimal(parts[2]);
    boolean sample = parts[3].equals("sample");
    if (count.compareTo(sample ? BigDecimal.ONE : BigDecimal.ZERO) <= 0) {
      return null;
    }
    BigDecimal dividend = count.multiply(squares).subtract(sum.multiply(sum));
    if (dividend.signum() <= 0) {
      return "0";
    }
    BigDecimal divisor = count.multiply(sample ? count.subtract(BigDecimal.ONE) : count);
    int scale = divisionScale(dividend, divisor);
    BigDecimal variance = dividend.divide(divisor, scale, RoundingMode.HALF_UP);
    return (root ? NumericPowers.sqrt(variance, scale) : variance).toPlainString();
  }

  /** A float with as many digits as PostgreSQL trusts: 15, or 6 of a real. */
  static String ofDouble(double value, int digits) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return shown(value);
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  private static String toScale(String value, int decimals, RoundingMode mode) {
    if (isSpecial(value)) {
      return value;
    }
    int scale = Math.max(-MOST_WEIGHT, Math.min(decimals, MOST_SCALE));
    BigDecimal rounded = new BigDecimal(value).setScale(scale, mode);
    return (scale < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  /** Whether it is NaN or an infinity. */
  static boolean isSpecial(String value) {
    return value.charAt(value.length() - 1) > '9';
  }

  /** A double that stands for a value where one operand at least is NaN or infinite. */
  static double special(String value) {
    return isSpecial(value) ? Double.parseDouble(value) : new BigDecimal(value).signum();
  }

  static String shown(double special) {
    return Double.isNaN(special) ? "NaN" : special > 0 ? "Infinity" : "-Infinity";
  }

  private static String specialQuotient(String left, String right) {
    double dividend = special(left);
    double divisor = special(right);
    if (Double.isNaN(dividend) || Double.isNaN(divisor)) {
      return "NaN";
    }
    if (divisor == 0) {
      throw divisionByZero();
    }
    return isSpecial(left) ? shown(dividend / divisor) : "0";
  }

  private static BigDecimal limited(BigDecimal value) {
    return value.scale() > MOST_SCALE ? value.setScale(MOST_SCALE, RoundingMode.HALF_UP) : value;
  }

  private static void requireNonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw divisionByZero();
    }
  }

  static PgException divisionByZero() {
    return new PgException(SqlState.DIVISION_BY_ZERO, "division by zero");
  }

  static PgException overflow() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
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
  static int weight(BigDecimal value) {
    if (value.signum() == 0) {
      return 0;
    }
    return Math.floorDiv(value.precision() - value.scale() - 1, DIGITS_PER_GROUP);
  }

  /** Value of the first group of four digits. */
  static BigInteger firstGroup(BigDecimal value) {
    return value
        .abs()
        .scaleByPowerOfTen(-weight(value) * DIGITS_PER_GROUP)
        .setScale(0, RoundingMode.DOWN)
        .unscaledValue();
  }
}
