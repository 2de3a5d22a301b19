package io.duckgres.gateway.codec;

import io.duckgres.pgtype.datetime.TextSink;
import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.arrow.memory.ArrowBuf;

/**
 * A growing byte array that values are written to. An array is written several times faster than a
 * ByteBuf, byte by byte; it is copied to the ByteBuf in large pieces.
 */
public final class ValueBuffer implements TextSink {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** {@code 00} to {@code 99}. */
  private static final byte[] PAIRS = new byte[200];

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_LONG_DIGITS = 20;

  static {
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
    }
  }

  private byte[] bytes;
  private int position;

  /**
   * An empty buffer.
   *
   * @param capacity bytes before it grows
   */
  public ValueBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes were written. */
  public int position() {
    return position;
  }

  /** Goes back to a position. */
  public void reset(int to) {
    position = to;
  }

  /** A byte that was written. */
  public byte at(int index) {
    return bytes[index];
  }

  private void ensure(int more) {
    if (position + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
    }
  }

  @Override
  public void writeByte(int value) {
    ensure(1);
    bytes[position++] = (byte) value;
  }

  /** Appends two bytes, the higher first. */
  public void writeShort(int value) {
    ensure(2);
    SHORT.set(bytes, position, (short) value);
    position += 2;
  }

  /** Appends four bytes, the highest first. */
  public void writeInt(int value) {
    ensure(4);
    INT.set(bytes, position, value);
    position += 4;
  }

  /** Appends eight bytes, the highest first. */
  public void writeLong(long value) {
    ensure(8);
    LONG.set(bytes, position, value);
    position += 8;
  }

  /** Overwrites four bytes that were written before. */
  public void setInt(int index, int value) {
    INT.set(bytes, index, value);
  }

  /** Overwrites two bytes that were written before. */
  void setShort(int index, int value) {
    SHORT.set(bytes, index, (short) value);
  }

  /** Appends bytes. */
  public void writeBytes(byte[] source) {
    writeBytes(source, 0, source.length);
  }

  void writeBytes(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, position, length);
    position += length;
  }

  void writeBytes(ValueBuffer source, int from, int length) {
    writeBytes(source.bytes, from, length);
  }

  void fill(int value, int count) {
    ensure(count);
    Arrays.fill(bytes, position, position + count, (byte) value);
    position += count;
  }

  void writeBytes(ArrowBuf source, long from, int length) {
    ensure(length);
    source.getBytes(from, bytes, position, length);
    position += length;
  }

  @Override
  public void writeAscii(String text) {
    int length = text.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      bytes[position + i] = (byte) text.charAt(i);
    }
    position += length;
  }

  void writeUtf8(String text) {
    writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void writeHex(int value) {
    ensure(2);
    bytes[position++] = HEX[(value >> 4) & 0xF];
    bytes[position++] = HEX[value & 0xF];
  }

  /** A number in decimal digits. */
  @Override
  public void writeDecimal(long value) {
    if (value < 0) {
      if (value == Long.MIN_VALUE) {
        writeAscii("-9223372036854775808");
        return;
      }
      writeByte('-');
      writeDigits(-value, 1);
    } else {
      writeDigits(value, 1);
    }
  }

  /** A number from 0 to 99 in two digits. */
  @Override
  public void writeTwoDigits(int value) {
    ensure(2);
    bytes[position++] = PAIRS[2 * value];
    bytes[position++] = PAIRS[2 * value + 1];
  }

  /** A number that is not negative, with zeros before it up to {@code width} digits. */
  @Override
  public void writeDigits(long value, int width) {
    int digits = Math.max(width, digitsOf(value));
    ensure(Math.max(digits, MAX_LONG_DIGITS));
    int at = position + digits;
    position = at;
    long rest = value;
    int left = digits;
    while (left >= 2) {
      int pair = (int) (rest % 100);
      rest /= 100;
      bytes[--at] = PAIRS[2 * pair + 1];
      bytes[--at] = PAIRS[2 * pair];
      left -= 2;
    }
    if (left == 1) {
      bytes[--at] = (byte) ('0' + rest);
    }
  }

  private static int digitsOf(long value) {
    int digits = 1;
    long limit = 10;
    while (digits < 19 && value >= limit) {
      digits++;
      limit *= 10;
    }
    return digits;
  }

  /** Moves what was written since {@code from} by {@code by} bytes to make room before it. */
  void shift(int from, int by) {
    ensure(by);
    System.arraycopy(bytes, from, bytes, from + by, position - from);
    position += by;
  }

  void set(int index, int value) {
    bytes[index] = (byte) value;
  }

  String toText(int from) {
    return new String(bytes, from, position - from, StandardCharsets.UTF_8);
  }

  /** The bytes from a position on. */
  public byte[] toBytes(int from) {
    return Arrays.copyOfRange(bytes, from, position);
  }

  /** Appends the bytes between two positions to another buffer. */
  public void copyTo(ValueBuffer target, int from, int to) {
    target.writeBytes(bytes, from, to - from);
  }

  /** Appends everything to {@code out} and begins anew. */
  public void moveTo(ByteBuf out) {
    out.writeBytes(bytes, 0, position);
    position = 0;
  }
}
