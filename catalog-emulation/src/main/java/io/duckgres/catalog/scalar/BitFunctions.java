package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Functions over bit strings as texts of zeros and ones.
 *
 * <p>Source: {@code src/backend/utils/adt/varbit.c}.
 */
final class BitFunctions {
  private BitFunctions() {}

  static String combine(String left, String right, String operation) {
    if (left.length() != right.length()) {
      throw new PgException(
          SqlState.STRING_DATA_LENGTH_MISMATCH,
          "cannot " + operation + " bit strings of different sizes");
    }
    StringBuilder bits = new StringBuilder(left.length());
    for (int i = 0; i < left.length(); i++) {
      boolean a = left.charAt(i) == '1';
      boolean b = right.charAt(i) == '1';
      boolean bit =
          switch (operation) {
            case "AND" -> a & b;
            case "OR" -> a | b;
            default -> a ^ b;
          };
      bits.append(bit ? '1' : '0');
    }
    return bits.toString();
  }

  /** To the left; a negative distance to the right. */
  static String shift(String bits, long distance) {
    int length = bits.length();
    int by = (int) Math.min(Math.abs(distance), length);
    String zeros = "0".repeat(by);
    return distance >= 0 ? bits.substring(by) + zeros : zeros + bits.substring(0, length - by);
  }

  static int get(String bits, int index) {
    return bits.charAt(index(bits, index)) - '0';
  }

  static String set(String bits, int index, int value) {
    int at = index(bits, index);
    if (value != 0 && value != 1) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "new bit must be 0 or 1");
    }
    return bits.substring(0, at) + value + bits.substring(at + 1);
  }

  private static int index(String bits, int index) {
    if (index < 0 || index >= bits.length()) {
      throw new PgException(
          SqlState.ARRAY_SUBSCRIPT_ERROR,
          "bit index " + index + " out of valid range (0.." + (bits.length() - 1) + ")");
    }
    return index;
  }

  /** {@code length} null: to the end. */
  static String substring(String bits, int start, Integer length) {
    if (length != null && length < 0) {
      throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }
    long end = length == null ? bits.length() + 1L : (long) start + length;
    long from = Math.min(Math.max(start, 1), bits.length() + 1L);
    long to = Math.max(from, Math.min(end, bits.length() + 1L));
    return bits.substring((int) from - 1, (int) to - 1);
  }

  static String overlay(String bits, String replacement, int start, Integer length) {
    if (start <= 0) {
      throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }
    long rest = (long) start + (length == null ? replacement.length() : length);
    if (rest > Integer.MAX_VALUE) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }
    return substring(bits, 1, start - 1)
        + replacement
        + substring(bits, (int) Math.min(rest, Integer.MAX_VALUE), null);
  }

  /** An integer in two's complement; {@code length} bits from the right, the sign repeated. */
  static String ofInteger(long value, int length) {
    StringBuilder bits = new StringBuilder(length);
    for (int i = length - 1; i >= 0; i--) {
      bits.append((char) ('0' + (value >> Math.min(i, 63) & 1)));
    }
    return bits.toString();
  }

  static long toInteger(String bits, int width) {
    if (bits.length() > width) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          (width == 32 ? "integer" : "bigint") + " out of range");
    }
    long value = bits.isEmpty() ? 0 : Long.parseUnsignedLong(bits, 2);
    return width == 32 ? (int) value : value;
  }

  /** Cut off or filled with zeros on the right to the length of bit(n). */
  static String sized(String bits, int length) {
    return bits.length() >= length
        ? bits.substring(0, length)
        : bits + "0".repeat(length - bits.length());
  }

  /** Checks an assignment: bit(n) wants exactly n, bit varying(n) at most n. */
  static String checked(String bits, int length, boolean varying) {
    if (varying ? bits.length() > length : bits.length() != length) {
      throw varying
          ? new PgException(
              SqlState.STRING_DATA_RIGHT_TRUNCATION,
              "bit string too long for type bit varying(" + length + ")")
          : new PgException(
              SqlState.STRING_DATA_LENGTH_MISMATCH,
              "bit string length " + bits.length() + " does not match type bit(" + length + ")");
    }
    return bits;
  }

  /** Reads bit strings' input syntax. */
  static String input(String text) {
    boolean hexadecimal = text.startsWith("x") || text.startsWith("X");
    boolean prefixed = hexadecimal || text.startsWith("b") || text.startsWith("B");
    StringBuilder bits = new StringBuilder();
    for (int i = prefixed ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, hexadecimal ? 16 : 2) : -1;
      if (digit < 0) {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION,
            "\""
                + Character.toString(text.codePointAt(i))
                + "\" is not a valid "
                + (hexadecimal ? "hexadecimal" : "binary")
                + " digit");
      }
      bits.append(hexadecimal ? ofInteger(digit, 4) : Integer.toString(digit));
    }
    return bits.toString();
  }
}
