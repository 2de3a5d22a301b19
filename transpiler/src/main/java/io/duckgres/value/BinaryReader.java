package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a value's binary format, most significant byte first. Source: {@code
 * src/backend/libpq/pqformat.c}.
 */
public final class BinaryReader {
  private final ByteBuffer in;

  /**
   * @param in the value alone
   */
  public BinaryReader(ByteBuffer in) {
    this.in = in;
  }

  /** How many bytes are left. */
  public int remaining() {
    return in.remaining();
  }

  /** A byte, unsigned. */
  public int readByte() {
    if (!in.hasRemaining()) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "no data left in message");
    }
    return in.get() & 0xFF;
  }

  /** Two bytes, unsigned. */
  public int readShort() {
    return require(2).getShort() & 0xFFFF;
  }

  /** Four bytes. */
  public int readInt() {
    return require(4).getInt();
  }

  /** Eight bytes. */
  public long readLong() {
    return require(8).getLong();
  }

  /** A double of eight bytes. */
  public double readDouble() {
    return require(8).getDouble();
  }

  /** The next bytes as a value of their own. */
  public BinaryReader slice(int length) {
    require(length);
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return new BinaryReader(part);
  }

  /** Bytes. */
  public byte[] readBytes(int length) {
    byte[] bytes = new byte[length];
    require(length).get(bytes);
    return bytes;
  }

  /** Bytes that are asked for one by one, which another error tells of when they are missing. */
  public byte[] readEach(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) readByte();
    }
    return bytes;
  }

  /** A text that ends at a zero byte. */
  public String readString() {
    int end = in.position();
    while (end < in.limit() && in.get(end) != 0) {
      end++;
    }
    if (end == in.limit()) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "invalid string in message");
    }
    byte[] bytes = readBytes(end - in.position());
    in.get();
    return decode(bytes);
  }

  /** All that is left, as text. */
  public String readText() {
    return decode(readBytes(in.remaining()));
  }

  private static String decode(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        throw new PgException(
            SqlState.CHARACTER_NOT_IN_REPERTOIRE,
            "invalid byte sequence for encoding \"UTF8\": 0x00");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new PgException(
          SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\"");
    }
  }

  /**
   * Checks that nothing is left.
   *
   * @throws PgException 22P03
   */
  public void requireEnd() {
    if (in.hasRemaining()) {
      throw new PgException(SqlState.INVALID_BINARY_REPRESENTATION, "incorrect binary data format");
    }
  }

  /**
   * The same where the receive function itself looks at the end.
   *
   * @throws PgException 08P01
   */
  public void requireMessageEnd() {
    if (in.hasRemaining()) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "invalid message format");
    }
  }

  private ByteBuffer require(int length) {
    if (length < 0 || in.remaining() < length) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
    return in;
  }
}
