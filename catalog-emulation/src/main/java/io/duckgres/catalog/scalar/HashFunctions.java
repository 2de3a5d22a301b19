package io.duckgres.catalog.scalar;

import java.nio.charset.StandardCharsets;

/**
 * PostgreSQL's hash functions, which users call to spread rows or to number locks.
 *
 * <p>Source: {@code src/common/hashfn.c}, {@code src/backend/access/hash/hashfunc.c}.
 */
final class HashFunctions {
  private static final int START = 0x9e3779b9 + 3923095;
  private static final int BLOCK = 12;

  private int a;
  private int b;
  private int c;

  private HashFunctions(int length, long seed) {
    a = START + length;
    b = a;
    c = a;
    if (seed != 0) {
      a += (int) (seed >>> 32);
      b += (int) seed;
      mix();
    }
  }

  static int ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), 0).c;
  }

  static long ofText(String text, Long seed) {
    return of(text.getBytes(StandardCharsets.UTF_8), seed).extended();
  }

  static int ofInteger(Integer value) {
    return ofWord(value, 0).c;
  }

  static long ofInteger(Integer value, Long seed) {
    return ofWord(value, seed).extended();
  }

  static int ofBigint(Long value) {
    return ofWord(folded(value), 0).c;
  }

  static long ofBigint(Long value, Long seed) {
    return ofWord(folded(value), seed).extended();
  }

  /** Zeros of both signs are the same, as are all that are no numbers. */
  static int ofDouble(Double value) {
    return value == 0 ? 0 : of(bytes(value), 0).c;
  }

  static long ofDouble(Double value, Long seed) {
    return value == 0 ? seed : of(bytes(value), seed).extended();
  }

  /** A uuid, by its text. */
  static int ofUuid(String text) {
    return of(BinaryFunctions.bytes(text.replace("-", "")), 0).c;
  }

  private static byte[] bytes(double value) {
    long bits = Double.doubleToLongBits(value);
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (bits >>> (i * 8));
    }
    return bytes;
  }

  /** Numbers that an integer holds hash as the integer does. */
  private static int folded(long value) {
    int high = (int) (value >> 32);
    return (int) value ^ (value >= 0 ? high : ~high);
  }

  private static HashFunctions ofWord(int word, long seed) {
    HashFunctions hash = new HashFunctions(Integer.BYTES, seed);
    hash.a += word;
    hash.finish();
    return hash;
  }

  private static HashFunctions of(byte[] key, long seed) {
    HashFunctions hash = new HashFunctions(key.length, seed);
    int at = 0;
    while (key.length - at >= BLOCK) {
      hash.a += word(key, at, Integer.BYTES);
      hash.b += word(key, at + 4, Integer.BYTES);
      hash.c += word(key, at + 8, Integer.BYTES);
      hash.mix();
      at += BLOCK;
    }
    int rest = key.length - at;
    hash.a += word(key, at, Math.min(rest, 4));
    hash.b += word(key, at + 4, Math.min(rest - 4, 4));
    // The lowest byte of c is left for the length.
    hash.c += word(key, at + 8, Math.min(rest - 8, 3)) << 8;
    hash.finish();
    return hash;
  }

  private static int word(byte[] key, int from, int length) {
    int word = 0;
    for (int i = 0; i < length; i++) {
      word |= (key[from + i] & 0xff) << (i * 8);
    }
    return word;
  }

  private long extended() {
    return (long) b << 32 | c & 0xffffffffL;
  }

  private void mix() {
    a -= c;
    a ^= Integer.rotateLeft(c, 4);
    c += b;
    b -= a;
    b ^= Integer.rotateLeft(a, 6);
    a += c;
    c -= b;
    c ^= Integer.rotateLeft(b, 8);
    b += a;
    a -= c;
    a ^= Integer.rotateLeft(c, 16);
    c += b;
    b -= a;
    b ^= Integer.rotateLeft(a, 19);
    a += c;
    c -= b;
    c ^= Integer.rotateLeft(b, 4);
    b += a;
  }

  private void finish() {
    c ^= b;
    c -= Integer.rotateLeft(b, 14);
    a ^= c;
    a -= Integer.rotateLeft(c, 11);
    b ^= a;
    b -= Integer.rotateLeft(a, 25);
    c ^= b;
    c -= Integer.rotateLeft(b, 16);
    a ^= c;
    a -= Integer.rotateLeft(c, 4);
    b ^= a;
    b -= Integer.rotateLeft(a, 14);
    c ^= b;
    c -= Integer.rotateLeft(b, 24);
  }
}
