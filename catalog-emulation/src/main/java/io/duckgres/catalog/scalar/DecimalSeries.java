package io.duckgres.catalog.scalar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exponential, logarithm, powers and the error function to any number of digits. */
final class DecimalSeries {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private DecimalSeries() {}

  /** e to the power of {@code value}, to the digits of {@code context}. */
  static BigDecimal exp(BigDecimal value, MathContext context) {
    if (value.signum() == 0) {
      return BigDecimal.ONE;
    }
    // exp(x) = exp(x / 2^k)^(2^k), with x / 2^k small enough for the series to end soon.
    int halvings = Math.max(0, (int) Math.ceil(Math.log(Math.abs(value.doubleValue())) / LN2) + 8);
    MathContext inner = more(context, 12 + halvings);
    BigDecimal x = value.divide(TWO.pow(halvings), inner);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; term.signum() != 0 && isVisible(term, inner); n++) {
      term = term.multiply(x, inner).divide(BigDecimal.valueOf(n), inner);
      sum = sum.add(term, inner);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, inner);
    }
    return sum.round(context);
  }

  private static final double LN2 = 0.6931471805599453;

  /** Natural logarithm of a positive value, to the digits of {@code context}. */
  static BigDecimal ln(BigDecimal value, MathContext context) {
    if (value.compareTo(BigDecimal.ONE) == 0) {
      return BigDecimal.ZERO;
    }
    // Near 1 the logarithm is as small as the distance: the digits lost there are added.
    BigDecimal distance = value.subtract(BigDecimal.ONE);
    int lost = Math.max(0, distance.scale() - distance.precision());
    MathContext inner = more(context, 15 + lost);
    BigDecimal x = value.round(more(inner, value.precision() > 2000 ? 0 : value.precision()));
    // ln(m * 10^p) = ln(m) + p * ln(10), then roots until m is near 1.
    int power = x.precision() - x.scale() - 1;
    boolean near =
        value.compareTo(new BigDecimal("0.1")) > 0 && value.compareTo(BigDecimal.TEN) < 0;
    if (near) {
      power = 0;
    }
    BigDecimal mantissa = x.scaleByPowerOfTen(-power);
    BigDecimal result = nearLn(mantissa, inner);
    if (power != 0) {
      BigDecimal ten = nearLn(BigDecimal.TEN, inner);
      result = result.add(ten.multiply(BigDecimal.valueOf(power), inner), inner);
    }
    return result.round(context);
  }

  /** 2^k times the logarithm of the 2^k-th root, by the series of the inverse tangent. */
  private static BigDecimal nearLn(BigDecimal value, MathContext context) {
    if (value.compareTo(BigDecimal.ONE) == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal x = value;
    int roots = 0;
    while (x.subtract(BigDecimal.ONE).abs().compareTo(NEAR) > 0) {
      x = x.sqrt(context);
      roots++;
    }
    BigDecimal z = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), context);
    BigDecimal square = z.multiply(z, context);
    BigDecimal term = z;
    BigDecimal sum = z;
    int scale = z.scale() - z.precision();
    for (int n = 3; ; n += 2) {
      term = term.multiply(square, context);
      BigDecimal part = term.divide(BigDecimal.valueOf(n), context);
      if (part.signum() == 0 || part.scale() - part.precision() > context.getPrecision() + scale) {
        break;
      }
      sum = sum.add(part, context);
    }
    return sum.multiply(TWO.pow(roots + 1), context);
  }

  private static final BigDecimal NEAR = new BigDecimal("0.05");

  /** A power with a whole exponent; exact when its digits suffice. */
  static BigDecimal power(BigDecimal base, long exponent, MathContext context) {
    BigDecimal result = BigDecimal.ONE;
    BigDecimal square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result.multiply(square, context);
      }
      if (rest > 1) {
        square = square.multiply(square, context);
      }
    }
    return result;
  }

  /** The error function of a value from 0 on, to the digits of {@code context}. */
  static BigDecimal erf(BigDecimal x, MathContext context) {
    MathContext inner = more(context, 20);
    BigDecimal square = x.multiply(x, inner);
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 1; term.signum() != 0 && isVisible(term, inner); n++) {
      term =
          term.multiply(square, inner).multiply(TWO).divide(BigDecimal.valueOf(2L * n + 1), inner);
      sum = sum.add(term, inner);
    }
    BigDecimal root = pi(inner).sqrt(inner);
    return TWO.multiply(sum, inner).divide(root.multiply(exp(square, inner), inner), context);
  }

  /** Machin's formula. */
  private static BigDecimal pi(MathContext context) {
    int digits = context.getPrecision() + 10;
    BigInteger unit = BigInteger.TEN.pow(digits);
    BigInteger pi =
        inverseTangent(5, unit).shiftLeft(2).subtract(inverseTangent(239, unit)).shiftLeft(2);
    return new BigDecimal(pi, digits).round(context);
  }

  private static BigInteger inverseTangent(int inverse, BigInteger unit) {
    BigInteger square = BigInteger.valueOf((long) inverse * inverse);
    BigInteger term = unit.divide(BigInteger.valueOf(inverse));
    BigInteger sum = term;
    for (int n = 3; term.signum() != 0; n += 2) {
      term = term.divide(square).negate();
      sum = sum.add(term.divide(BigInteger.valueOf(n)));
    }
    return sum;
  }

  private static boolean isVisible(BigDecimal term, MathContext context) {
    return term.precision() - term.scale() > -context.getPrecision();
  }

  private static MathContext more(MathContext context, int digits) {
    return new MathContext(context.getPrecision() + digits, RoundingMode.HALF_EVEN);
  }
}
