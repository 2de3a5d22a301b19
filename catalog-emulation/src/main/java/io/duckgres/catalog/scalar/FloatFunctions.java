package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Arithmetic of double precision that reports overflow and underflow, and checks of arguments that
 * return the argument, around which the engine's own function is called.
 *
 * <p>Source: {@code src/backend/utils/adt/float.c}, {@code src/include/utils/float.h}.
 */
final class FloatFunctions {
  private static final double LARGEST_EXPONENT = Math.log(Double.MAX_VALUE);
  private static final double SMALLEST_EXPONENT = -745.1332191019412;
  private static final MathContext DIGITS = new MathContext(30);
  private static final double ERF_IS_ONE_FROM = 6;
  private static final double ERFC_IS_ZERO_FROM = 27.3;

  private FloatFunctions() {}

  static double add(double left, double right) {
    return finite(left + right, left, right);
  }

  static double subtract(double left, double right) {
    return finite(left - right, left, right);
  }

  static double multiply(double left, double right) {
    double product = finite(left * right, left, right);
    if (product == 0 && left != 0 && right != 0) {
      throw underflow();
    }
    return product;
  }

  static double divide(double left, double right) {
    if (right == 0 && !Double.isNaN(left)) {
      throw NumericFunctions.divisionByZero();
    }
    double quotient = left / right;
    if (Double.isInfinite(quotient) && !Double.isInfinite(left)) {
      throw overflow();
    }
    if (quotient == 0 && left != 0 && !Double.isInfinite(right)) {
      throw underflow();
    }
    return quotient;
  }

  static double addSingle(double left, double right) {
    return finite((float) (left + right), left, right);
  }

  static double subtractSingle(double left, double right) {
    return finite((float) (left - right), left, right);
  }

  static double multiplySingle(double left, double right) {
    double product = finite((float) (left * right), left, right);
    if (product == 0 && left != 0 && right != 0) {
      throw underflow();
    }
    return product;
  }

  static double divideSingle(double left, double right) {
    double quotient = (float) divide(left, right);
    if (Double.isInfinite(quotient) && !Double.isInfinite(left)) {
      throw overflow();
    }
    if (quotient == 0 && left != 0 && !Double.isInfinite(right)) {
      throw underflow();
    }
    return quotient;
  }

  private static double finite(double result, double left, double right) {
    if (Double.isInfinite(result) && !Double.isInfinite(left) && !Double.isInfinite(right)) {
      throw overflow();
    }
    return result;
  }

  /** A value about to become a real. */
  static double singleArgument(double value) {
    float single = (float) value;
    if (Float.isInfinite(single) && !Double.isInfinite(value)) {
      throw overflow();
    }
    if (single == 0 && value != 0) {
      throw underflow();
    }
    return value;
  }

  static double expArgument(double value) {
    if (!Double.isInfinite(value)) {
      if (value > LARGEST_EXPONENT) {
        throw overflow();
      }
      if (value < SMALLEST_EXPONENT) {
        throw underflow();
      }
    }
    return value;
  }

  static double logarithmArgument(double value) {
    if (value == 0) {
      throw NumericPowers.zeroLogarithm();
    }
    if (value < 0) {
      throw NumericPowers.negativeLogarithm();
    }
    return value;
  }

  static double rootArgument(double value) {
    if (value < 0) {
      throw NumericPowers.negativeRoot();
    }
    return value;
  }

  static double finiteArgument(double value) {
    if (Double.isInfinite(value)) {
      throw outOfRange();
    }
    return value;
  }

  static double unitArgument(double value) {
    if (value < -1 || value > 1) {
      throw outOfRange();
    }
    return value;
  }

  static double fromOneArgument(double value) {
    if (value < 1) {
      throw outOfRange();
    }
    return value;
  }

  /** The exponent of a power that PostgreSQL allows and that neither over- nor underflows. */
  static double exponent(double base, double exponent) {
    if (Double.isNaN(base) || Double.isNaN(exponent)) {
      return exponent;
    }
    boolean integral = Math.floor(exponent) == exponent;
    NumericPowers.requireReal((int) Math.signum(base), (int) Math.signum(exponent), integral);
    if (!Double.isInfinite(base) && !Double.isInfinite(exponent)) {
      double result = Math.pow(base, exponent);
      if (Double.isInfinite(result)) {
        throw overflow();
      }
      if (result == 0 && base != 0) {
        throw underflow();
      }
    }
    return exponent;
  }

  static double degrees(double radians) {
    return divide(radians, 0.0174532925199432957692);
  }

  static double radians(double degrees) {
    return multiply(degrees, 0.0174532925199432957692);
  }

  static double roundHalfEven(double value) {
    return Math.rint(value);
  }

  static double errorFunction(double value) {
    if (Double.isNaN(value) || value == 0) {
      return value;
    }
    double size = Math.abs(value);
    double result =
        size >= ERF_IS_ONE_FROM ? 1 : DecimalSeries.erf(new BigDecimal(size), DIGITS).doubleValue();
    return value < 0 ? -result : result;
  }

  static double complementaryErrorFunction(double value) {
    if (Double.isNaN(value)) {
      return value;
    }
    if (value <= -ERF_IS_ONE_FROM) {
      return 2;
    }
    if (value >= ERFC_IS_ZERO_FROM) {
      return 0;
    }
    // Near 1 almost all digits cancel out: about x^2 / ln(10) of them.
    int digits = 30 + (value > 0 ? (int) (value * value * 0.44) + 4 : 0);
    BigDecimal erf = DecimalSeries.erf(new BigDecimal(Math.abs(value)), new MathContext(digits));
    return BigDecimal.ONE.subtract(value < 0 ? erf.negate() : erf).doubleValue();
  }

  static double percentile(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "percentile value " + shortText(fraction) + " is not between 0 and 1");
    }
    return fraction;
  }

  /** As C's {@code %g} prints it, for messages. */
  private static String shortText(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? Double.toString(value)
        : new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  static double setSeedArgument(double seed) {
    if (!(seed >= -1 && seed <= 1)) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "setseed parameter " + shortText(seed) + " is out of allowed range [-1,1]");
    }
    return seed;
  }

  /** A float's text in Java's spelling. */
  static String spelled(String text) {
    return switch (text) {
      case "nan" -> "NaN";
      case "inf" -> "Infinity";
      case "-inf" -> "-Infinity";
      default -> text;
    };
  }

  static PgException overflow() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: overflow");
  }

  static PgException underflow() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: underflow");
  }

  static PgException outOfRange() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "input is out of range");
  }
}
