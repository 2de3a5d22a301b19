package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Roots, powers and logarithms of numerics: exact to the last of the decimals that PostgreSQL
 * chooses.
 *
 * <p>Source: {@code src/backend/utils/adt/numeric.c} (numeric_sqrt, numeric_exp, numeric_ln,
 * log_var, power_var, power_var_int, estimate_ln_dweight).
 */
final class NumericPowers {
  private static final int GROUP = 4;
  private static final int LEAST_DIGITS = 16;
  private static final int MOST_DECIMALS = 1000;
  private static final int MOST_RESULT_SCALE = 2000;
  private static final double LOG10_E = 0.434294481903252;
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal NEAR_BELOW = new BigDecimal("0.9");
  private static final BigDecimal NEAR_ABOVE = new BigDecimal("1.1");

  private NumericPowers() {}

  static String sqrt(String text) {
    if (NumericFunctions.isSpecial(text)) {
      if (text.equals("-Infinity")) {
        throw negativeRoot();
      }
      return text;
    }
    BigDecimal value = new BigDecimal(text);
    if (value.signum() < 0) {
      throw negativeRoot();
    }
    int digits = NumericFunctions.weight(value) * GROUP / 2 + 1;
    return sqrt(value, bounded(LEAST_DIGITS - digits, value.scale())).toPlainString();
  }

  /** The root rounded to a number of decimals. */
  static BigDecimal sqrt(BigDecimal value, int scale) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    // The root of value * 10^(2 * scale + 2), one digit more than wanted; what it cuts off decides
    // no rounding, since a root is never just a half.
    BigInteger radicand = value.setScale(2 * scale + 2, RoundingMode.DOWN).unscaledValue();
    return new BigDecimal(radicand.sqrt(), scale + 1).setScale(scale, RoundingMode.HALF_UP);
  }

  static String exp(String text) {
    if (NumericFunctions.isSpecial(text)) {
      return text.equals("-Infinity") ? "0" : text;
    }
    BigDecimal value = new BigDecimal(text);
    double weight = value.doubleValue() * LOG10_E;
    weight = Math.min(Math.max(weight, -MOST_RESULT_SCALE), MOST_RESULT_SCALE);
    return exp(value, bounded(LEAST_DIGITS - (int) weight, value.scale())).toPlainString();
  }

  private static BigDecimal exp(BigDecimal value, int scale) {
    double approximate = value.doubleValue();
    if (Math.abs(approximate) >= MOST_RESULT_SCALE * 3) {
      if (approximate > 0) {
        throw NumericFunctions.overflow();
      }
      return BigDecimal.ZERO.setScale(scale);
    }
    int digits = Math.max(scale + (int) (approximate * LOG10_E), 0) + 12;
    return DecimalSeries.exp(value, new MathContext(digits, RoundingMode.HALF_EVEN))
        .setScale(scale, RoundingMode.HALF_UP);
  }

  static String ln(String text) {
    if (NumericFunctions.isSpecial(text)) {
      if (text.equals("-Infinity")) {
        throw negativeLogarithm();
      }
      return text;
    }
    BigDecimal value = new BigDecimal(text);
    requirePositive(value);
    int scale = bounded(LEAST_DIGITS - lnWeight(value), value.scale());
    return ln(value, scale).toPlainString();
  }

  private static BigDecimal ln(BigDecimal value, int scale) {
    int digits = Math.max(scale + lnWeight(value), 0) + 12;
    return DecimalSeries.ln(value, new MathContext(digits, RoundingMode.HALF_EVEN))
        .setScale(scale, RoundingMode.HALF_UP);
  }

  /** Logarithm of {@code numberText} to a base. */
  static String log(String baseText, String numberText) {
    if (NumericFunctions.isSpecial(baseText) || NumericFunctions.isSpecial(numberText)) {
      return specialLog(baseText, numberText);
    }
    BigDecimal base = new BigDecimal(baseText);
    BigDecimal number = new BigDecimal(numberText);
    requirePositive(base);
    requirePositive(number);
    int weight = lnWeight(number) - lnWeight(base);
    int scale = bounded(LEAST_DIGITS - weight, Math.max(base.scale(), number.scale()));
    MathContext digits = new MathContext(Math.max(scale + weight, 0) + 20, RoundingMode.HALF_EVEN);
    BigDecimal divisor = DecimalSeries.ln(base, digits);
    if (divisor.signum() == 0) {
      throw NumericFunctions.divisionByZero();
    }
    return DecimalSeries.ln(number, digits)
        .divide(divisor, digits)
        .setScale(scale, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String specialLog(String baseText, String numberText) {
    if (baseText.equals("NaN") || numberText.equals("NaN")) {
      return "NaN";
    }
    double base = NumericFunctions.special(baseText);
    double number = NumericFunctions.special(numberText);
    if (base < 0 || number < 0) {
      throw negativeLogarithm();
    }
    if (base == 0 || number == 0) {
      throw zeroLogarithm();
    }
    if (NumericFunctions.isSpecial(baseText)) {
      return NumericFunctions.isSpecial(numberText) ? "NaN" : "0";
    }
    return "Infinity";
  }

  static String power(String baseText, String exponentText) {
    if (NumericFunctions.isSpecial(baseText) || NumericFunctions.isSpecial(exponentText)) {
      return specialPower(baseText, exponentText);
    }
    BigDecimal base = new BigDecimal(baseText);
    BigDecimal exponent = new BigDecimal(exponentText);
    requireReal(base.signum(), exponent.signum(), isIntegral(exponent));
    if (isIntegral(exponent) && exponent.abs().compareTo(BigDecimal.valueOf(1L << 31)) < 0) {
      return integerPower(base, exponent.intValue(), exponent.scale()).toPlainString();
    }
    if (base.signum() == 0) {
      return BigDecimal.ZERO.setScale(LEAST_DIGITS).toPlainString();
    }
    return realPower(base, exponent).toPlainString();
  }

  static void requireReal(int baseSign, int exponentSign, boolean integral) {
    if (baseSign == 0 && exponentSign < 0) {
      throw new PgException(
          SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
          "zero raised to a negative power is undefined");
    }
    if (baseSign < 0 && !integral) {
      throw new PgException(
          SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
          "a negative number raised to a non-integer power yields a complex result");
    }
  }

  private static String specialPower(String baseText, String exponentText) {
    boolean finiteBase = !NumericFunctions.isSpecial(baseText);
    boolean finiteExponent = !NumericFunctions.isSpecial(exponentText);
    if (finiteBase && new BigDecimal(baseText).compareTo(BigDecimal.ONE) == 0
        || finiteExponent && new BigDecimal(exponentText).signum() == 0) {
      return "1";
    }
    if (baseText.equals("NaN") || exponentText.equals("NaN")) {
      return "NaN";
    }
    BigDecimal exponent = finiteExponent ? new BigDecimal(exponentText) : null;
    double sign = NumericFunctions.special(exponentText);
    requireReal(
        (int) Math.signum(NumericFunctions.special(baseText)),
        (int) Math.signum(sign),
        exponent == null || isIntegral(exponent));
    if (finiteBase) {
      int size = new BigDecimal(baseText).abs().compareTo(BigDecimal.ONE);
      if (size == 0) {
        return "1";
      }
      return size > 0 == sign > 0 ? "Infinity" : "0";
    }
    if (sign < 0) {
      return "0";
    }
    boolean odd = exponent != null && exponent.toBigInteger().testBit(0);
    return baseText.startsWith("-") && odd ? "-Infinity" : "Infinity";
  }

  private static BigDecimal integerPower(BigDecimal base, int exponent, int exponentScale) {
    double weight = exponent * log10(base);
    if (weight > 32768.0 * GROUP) {
      throw NumericFunctions.overflow();
    }
    if (weight + 1 < -MOST_DECIMALS) {
      return BigDecimal.ZERO.setScale(MOST_DECIMALS);
    }
    int scale = bounded(LEAST_DIGITS - (int) weight, Math.max(base.scale(), exponentScale));
    if (exponent == 0) {
      return BigDecimal.ONE.setScale(scale);
    }
    if (base.signum() == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    int digits = Math.max(scale + (int) weight, 0) + 20;
    // Each multiplication may lose half a unit; the digits of the exponent make up for it.
    MathContext context = new MathContext(digits + 12, RoundingMode.HALF_EVEN);
    BigDecimal power = DecimalSeries.power(base, Math.abs((long) exponent), context);
    return exponent < 0
        ? BigDecimal.ONE.divide(power, context).setScale(scale, RoundingMode.HALF_UP)
        : power.setScale(scale, RoundingMode.HALF_UP);
  }

  /** Roughly, as PostgreSQL estimates it from the first 16 digits. */
  private static double log10(BigDecimal base) {
    if (base.signum() == 0) {
      return 0;
    }
    BigDecimal short16 = base.abs().round(new MathContext(16, RoundingMode.DOWN));
    return Math.log10(short16.unscaledValue().doubleValue()) - short16.scale();
  }

  private static BigDecimal realPower(BigDecimal base, BigDecimal exponent) {
    boolean negative = base.signum() < 0 && exponent.toBigInteger().testBit(0);
    BigDecimal positive = base.abs();
    int lowScale = Math.max(8 - lnWeight(positive), 0);
    double size = ln(positive, lowScale).multiply(exponent).doubleValue();
    if (Math.abs(size) > MOST_RESULT_SCALE * 3.01) {
      if (size > 0) {
        throw NumericFunctions.overflow();
      }
      return BigDecimal.ZERO.setScale(MOST_DECIMALS);
    }
    double weight = size * LOG10_E;
    int scale = bounded(LEAST_DIGITS - (int) weight, Math.max(base.scale(), exponent.scale()));
    int digits = Math.max(scale + (int) weight, 0) + 20;
    MathContext context =
        new MathContext(digits + exponent.precision() + 10, RoundingMode.HALF_EVEN);
    BigDecimal result = exp(DecimalSeries.ln(positive, context).multiply(exponent, context), scale);
    return negative ? result.negate() : result;
  }

  /** Decimal weight of the natural logarithm (estimate_ln_dweight). */
  private static int lnWeight(BigDecimal value) {
    if (value.compareTo(NEAR_BELOW) >= 0 && value.compareTo(NEAR_ABOVE) <= 0) {
      BigDecimal distance = value.subtract(BigDecimal.ONE);
      return distance.signum() == 0
          ? 0
          : NumericFunctions.weight(distance) * GROUP
              + (int) Math.log10(NumericFunctions.firstGroup(distance).doubleValue());
    }
    int weight = NumericFunctions.weight(value) * GROUP - GROUP;
    double digits = value.scaleByPowerOfTen(-weight).setScale(0, RoundingMode.DOWN).doubleValue();
    return (int) Math.log10(Math.abs(Math.log(digits) + weight * 2.302585092994046));
  }

  private static int bounded(int scale, int atLeast) {
    return Math.min(Math.max(Math.max(scale, atLeast), 0), MOST_DECIMALS);
  }

  private static boolean isIntegral(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private static void requirePositive(BigDecimal value) {
    if (value.signum() < 0) {
      throw negativeLogarithm();
    }
    if (value.signum() == 0) {
      throw zeroLogarithm();
    }
  }

  static PgException negativeLogarithm() {
    return new PgException(
        SqlState.INVALID_ARGUMENT_FOR_LOGARITHM, "cannot take logarithm of a negative number");
  }

  static PgException zeroLogarithm() {
    return new PgException(
        SqlState.INVALID_ARGUMENT_FOR_LOGARITHM, "cannot take logarithm of zero");
  }

  static PgException negativeRoot() {
    return new PgException(
        SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
        "cannot take square root of a negative number");
  }
}
