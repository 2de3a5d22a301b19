package io.duckgres.gateway.copy;

import java.util.Arrays;

/** The values of one line, decoded but for their encoding. */
final class Fields {
  private byte[] decoded = new byte[256];
  private int used;

  int count;
  byte[][] bytes = new byte[16][];
  int[] from = new int[16];
  int[] to = new int[16];
  boolean[] isNull = new boolean[16];
  boolean[] isDefault = new boolean[16];

  void clear() {
    count = 0;
    used = 0;
  }

  /** Adds a value that is in its final form in the line. */
  void add(byte[] line, int start, int end) {
    if (count == from.length) {
      grow();
    }
    bytes[count] = line;
    from[count] = start;
    to[count] = end;
    isNull[count] = false;
    isDefault[count] = false;
    count++;
  }

  /** Where the next decoded value begins. */
  int beginDecoded() {
    return used;
  }

  void append(int value) {
    if (used == decoded.length) {
      // Earlier values of the line stay in the old array.
      decoded = Arrays.copyOf(decoded, 2 * used);
    }
    decoded[used++] = (byte) value;
  }

  /** Adds the value that was appended since {@link #beginDecoded}. */
  void addDecoded(int start) {
    add(decoded, start, used);
  }

  private void grow() {
    int size = 2 * count;
    bytes = Arrays.copyOf(bytes, size);
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    isNull = Arrays.copyOf(isNull, size);
    isDefault = Arrays.copyOf(isDefault, size);
  }
}
