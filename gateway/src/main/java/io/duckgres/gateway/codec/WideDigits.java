package io.duckgres.gateway.codec;

/** The decimal digits of integers of up to 128 bits, without a BigInteger for each. */
final class WideDigits {
  private static final long BILLION = 1_000_000_000L;
  private static final int BILLION_DIGITS = 9;
  private static final long LOW_32 = 0xFFFF_FFFFL;

  /** The number in pieces of 32 bits, the highest first. */
  private final long[] words = new long[4];

  /** The number in pieces of nine digits, the lowest first. */
  private final long[] pieces = new long[5];

  /**
   * Writes the digits of a number's magnitude: none for zero.
   *
   * @param unsigned whether the highest bit is no sign
   * @return whether the number is negative
   */
  boolean write(long low, long high, boolean unsigned, ValueBuffer out) {
    boolean negative = high < 0 && !unsigned;
    if (negative) {
      write(-low, low == 0 ? -high : ~high, out);
    } else {
      write(low, high, out);
    }
    return negative;
  }

  /** Writes the digits of a number without sign: none for zero. */
  void write(long low, long high, ValueBuffer out) {
    if (high == 0 && low >= 0) {
      if (low != 0) {
        out.writeDigits(low, 1);
      }
      return;
    }
    words[0] = high >>> 32;
    words[1] = high & LOW_32;
    words[2] = low >>> 32;
    words[3] = low & LOW_32;
    int count = 0;
    int first = 0;
    while (first < words.length) {
      if (words[first] == 0) {
        first++;
        continue;
      }
      long rest = 0;
      for (int i = first; i < words.length; i++) {
        long dividend = rest << 32 | words[i];
        words[i] = dividend / BILLION;
        rest = dividend % BILLION;
      }
      pieces[count++] = rest;
    }
    out.writeDigits(pieces[count - 1], 1);
    for (int i = count - 2; i >= 0; i--) {
      out.writeDigits(pieces[i], BILLION_DIGITS);
    }
  }
}
