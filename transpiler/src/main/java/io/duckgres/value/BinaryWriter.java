package io.duckgres.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a value's binary format, most significant byte first. */
public final class BinaryWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The low byte. */
  public BinaryWriter writeByte(int value) {
    out.write(value);
    return this;
  }

  /** The low two bytes. */
  public BinaryWriter writeShort(int value) {
    return writeByte(value >> 8).writeByte(value);
  }

  /** Four bytes. */
  public BinaryWriter writeInt(int value) {
    return writeShort(value >> 16).writeShort(value);
  }

  /** Eight bytes. */
  public BinaryWriter writeLong(long value) {
    return writeInt((int) (value >> 32)).writeInt((int) value);
  }

  /** Eight bytes. */
  public BinaryWriter writeDouble(double value) {
    return writeLong(Double.doubleToRawLongBits(value));
  }

  /** Bytes as they are. */
  public BinaryWriter writeBytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Bytes with their number before them. */
  public BinaryWriter writeSized(byte[] bytes) {
    return writeInt(bytes.length).writeBytes(bytes);
  }

  /** A text in UTF-8 and a zero byte. */
  public BinaryWriter writeString(String text) {
    return writeBytes(text.getBytes(StandardCharsets.UTF_8)).writeByte(0);
  }

  /** What was written. */
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
