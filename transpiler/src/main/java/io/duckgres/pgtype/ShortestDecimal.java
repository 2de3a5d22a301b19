package io.duckgres.pgtype;

import java.math.BigInteger;

/**
 * The shortest decimal number that reads back as a given binary one, and of these the closest.
 *
 * <p>It follows R. Giulietti, "The Schubfach way to render doubles" (2022), with PostgreSQL's
 * choices: the bounds of the rounding interval do not count as reading back, and one digit is
 * enough. The JDK's own {@code Double.toString} is not always shortest before JDK 19 and never
 * gives fewer than two digits.
 *
 * <p>A result is packed into a record of its own only by the caller: {@link #digits} and {@link
 * #exponent} keep it, so that nothing is allocated per value.
 */
public final class ShortestDecimal {
  private static final int MIN_EXPONENT = -324;
  private static final int MAX_EXPONENT = 292;
  private static final long LOW_63 = (1L << 63) - 1;

  /** The upper and the lower 63 bits of 10^-k scaled to 126 bits, rounded up. */
  private static final long[] UPPER = new long[MAX_EXPONENT - MIN_EXPONENT + 1];

  private static final long[] LOWER = new long[UPPER.length];

  static {
    for (int k = MIN_EXPONENT; k <= MAX_EXPONENT; k++) {
      BigInteger scaled = scaledPowerOfTen(-k);
      UPPER[k - MIN_EXPONENT] = scaled.shiftRight(63).longValueExact();
      LOWER[k - MIN_EXPONENT] = scaled.and(BigInteger.valueOf(LOW_63)).longValueExact();
    }
  }

  private long digits;
  private int exponent;

  /** The digits as an integer. */
  public long digits() {
    return digits;
  }

  /** The power of ten that the digits are multiplied by. */
  public int exponent() {
    return exponent;
  }

  /** Finds the digits of a finite number above 0. */
  public void of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52) & 0x7FF;
    long fraction = bits & ((1L << 52) - 1);
    if (biased == 0) {
      find(fraction, -1074, false);
    } else {
      find(fraction | 1L << 52, biased - 1075, fraction == 0 && biased > 1);
    }
  }

  /** Finds the digits of a finite number above 0. */
  public void of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int biased = (bits >>> 23) & 0xFF;
    int fraction = bits & ((1 << 23) - 1);
    if (biased == 0) {
      find(fraction, -149, false);
    } else {
      find(fraction | 1 << 23, biased - 150, fraction == 0 && biased > 1);
    }
  }

  /**
   * Finds the digits of c · 2^q.
   *
   * @param narrow whether the gap below is half the gap above
   */
  private void find(long c, int q, boolean narrow) {
    long middle = c << 2;
    long left = narrow ? middle - 1 : middle - 2;
    int k = narrow ? floorLog10OfThreeQuarters(q) : floorLog10(q);
    int shift = q + floorLog2OfTen(-k) + 2;
    long upper = UPPER[k - MIN_EXPONENT];
    long lower = LOWER[k - MIN_EXPONENT];
    long value = scale(upper, lower, middle << shift);
    long from = scale(upper, lower, left << shift);
    long to = scale(upper, lower, (middle + 2) << shift);
    long below = value >> 2;
    if (below >= 10) {
      long tensBelow = below / 10 * 10;
      long tensAbove = tensBelow + 10;
      boolean belowFits = from < tensBelow << 2;
      boolean aboveFits = tensAbove << 2 < to;
      if (belowFits != aboveFits) {
        set(belowFits ? tensBelow : tensAbove, k);
        return;
      }
      if (belowFits) {
        // Only the smallest subnormal numbers: their interval spans several one-digit numbers.
        set(value - ((tensBelow + tensAbove) << 1) <= 0 ? tensBelow : tensAbove, k);
        return;
      }
    }
    long above = below + 1;
    boolean belowFits = from < below << 2;
    boolean aboveFits = above << 2 < to;
    if (belowFits != aboveFits) {
      set(belowFits ? below : above, k);
      return;
    }
    long toMiddle = value - ((below + above) << 1);
    set(toMiddle < 0 || toMiddle == 0 && (below & 1) == 0 ? below : above, k);
  }

  private void set(long found, int k) {
    long rest = found;
    int power = k;
    while (rest % 10 == 0) {
      rest /= 10;
      power++;
    }
    digits = rest;
    exponent = power;
  }

  /** The product's upper bits, rounded to odd so that comparisons see what was cut off. */
  private static long scale(long upper, long lower, long factor) {
    long fromLower = Math.multiplyHigh(lower, factor);
    long low = upper * factor;
    long high = Math.multiplyHigh(upper, factor);
    long carried = (low >>> 1) + fromLower;
    long sum = high + (carried >>> 63);
    return sum | (carried & LOW_63) + LOW_63 >>> 63;
  }

  private static BigInteger scaledPowerOfTen(int power) {
    int shift = 125 - floorLog2OfTen(power);
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    if (power >= 0) {
      BigInteger scaled = shift >= 0 ? ten.shiftLeft(shift) : ten.shiftRight(-shift);
      return scaled.add(BigInteger.ONE);
    }
    return BigInteger.ONE.shiftLeft(shift).divide(ten).add(BigInteger.ONE);
  }

  /** floor(log10(2^e)). */
  private static int floorLog10(int e) {
    return (int) (e * 661_971_961_083L >> 41);
  }

  /** floor(log10(3/4 · 2^e)). */
  private static int floorLog10OfThreeQuarters(int e) {
    return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
  }

  /** floor(log2(10^e)). */
  private static int floorLog2OfTen(int e) {
    return (int) (e * 913_124_641_741L >> 38);
  }
}
