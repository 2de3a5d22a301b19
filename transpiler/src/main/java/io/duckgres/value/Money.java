package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic over money, numbers of cents.
 *
 * <p>Source: {@code src/backend/utils/adt/cash.c}.
 */
public final class Money {
  private static final int CENTS = 100;
  private static final BigInteger CENTS_IN_UNIT = BigInteger.valueOf(CENTS);
  private static final double LIMIT = 0x1p63;
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety"
  };
  private static final String[] GROUPS = {
    "", " thousand ", " million ", " billion ", " trillion ", " quadrillion "
  };

  private Money() {}

  /**
   * @throws PgException 22003
   */
  public static long add(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw outOfRange();
    }
    return sum;
  }

  /**
   * @throws PgException 22003
   */
  public static long subtract(long left, long right) {
    long difference = left - right;
    if (((left ^ right) & (left ^ difference)) < 0) {
      throw outOfRange();
    }
    return difference;
  }

  /**
   * @throws PgException 22003
   */
  public static long multiply(long money, long factor) {
    try {
      return Math.multiplyExact(money, factor);
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  /**
   * @throws PgException 22012 or 22003
   */
  public static long divide(long money, long divisor) {
    if (divisor == 0) {
      throw byZero();
    }
    return divisor == -1 ? subtract(0, money) : money / divisor;
  }

  /**
   * @throws PgException 22003
   */
  public static long scale(long money, double factor) {
    return rounded(money * factor);
  }

  /**
   * @throws PgException 22012 or 22003
   */
  public static long divideBy(long money, double divisor) {
    if (divisor == 0) {
      throw byZero();
    }
    return rounded(money / divisor);
  }

  /**
   * @throws PgException 22012
   */
  public static double ratio(long left, long right) {
    if (right == 0) {
      throw byZero();
    }
    return (double) left / right;
  }

  private static long rounded(double cents) {
    double rounded = Math.rint(cents);
    if (Double.isNaN(rounded) || rounded < -LIMIT || rounded >= LIMIT) {
      throw outOfRange();
    }
    return (long) rounded;
  }

  /**
   * @throws PgException 22003
   */
  public static long ofInteger(long units) {
    return exact(BigInteger.valueOf(units).multiply(CENTS_IN_UNIT));
  }

  /**
   * @throws PgException 22003
   */
  public static long ofNumeric(String number) {
    BigDecimal cents = new BigDecimal(number).movePointRight(2);
    return exact(cents.setScale(0, RoundingMode.HALF_UP).unscaledValue());
  }

  private static long exact(BigInteger cents) {
    if (cents.bitLength() > 63) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "bigint out of range");
    }
    return cents.longValue();
  }

  /** The amount in English words. */
  public static String words(long money) {
    BigInteger cents = BigInteger.valueOf(money).abs();
    long units = cents.divide(CENTS_IN_UNIT).longValue();
    int rest = cents.mod(CENTS_IN_UNIT).intValue();
    StringBuilder out = new StringBuilder(money < 0 ? "minus " : "");
    long group = 1_000_000_000_000_000L;
    for (int i = GROUPS.length - 1; i > 0; i--, group /= 1000) {
      int count = (int) (units / group % 1000);
      if (count > 0) {
        out.append(hundreds(count)).append(GROUPS[i]);
      }
    }
    int last = (int) (units % 1000);
    if (last > 0) {
      out.append(hundreds(last));
    }
    if (units == 0) {
      out.append("zero");
    }
    out.append(units == 1 ? " dollar and " : " dollars and ").append(hundreds(rest));
    out.append(rest == 1 ? " cent" : " cents");
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  private static String hundreds(int value) {
    int rest = value % 100;
    if (value <= 20) {
      return SMALL[value];
    }
    if (rest == 0) {
      return SMALL[value / 100] + " hundred";
    }
    if (value > 99) {
      String before = SMALL[value / 100] + " hundred ";
      if (value % 10 == 0 && rest > 10) {
        return before + SMALL[rest / 10 + 18];
      }
      return rest < 20
          ? before + "and " + SMALL[rest]
          : before + SMALL[rest / 10 + 18] + " " + SMALL[rest % 10];
    }
    if (value % 10 == 0) {
      return SMALL[value / 10 + 18];
    }
    return SMALL[value / 10 + 18] + " " + SMALL[value % 10];
  }

  private static PgException outOfRange() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "money out of range");
  }

  private static PgException byZero() {
    return new PgException(SqlState.DIVISION_BY_ZERO, "division by zero");
  }
}
