package io.duckgres.gateway.wire;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;

/** Reads a message's fields and throws PostgreSQL's errors (pqformat.c) where they are missing. */
final class MessageBody {
  private final ByteBuf bytes;

  MessageBody(ByteBuf bytes) {
    this.bytes = bytes;
  }

  byte int8() {
    require(1);
    return bytes.readByte();
  }

  short int16() {
    require(2);
    return bytes.readShort();
  }

  /** A count: the protocol's Int16 that PostgreSQL reads without a sign. */
  int count() {
    return int16() & 0xffff;
  }

  int int32() {
    require(4);
    return bytes.readInt();
  }

  byte[] bytes(int length) {
    if (length < 0) {
      throw violation("insufficient data left in message");
    }
    require(length);
    byte[] result = new byte[length];
    bytes.readBytes(result);
    return result;
  }

  byte[] remaining() {
    return bytes(bytes.readableBytes());
  }

  /** A null-terminated string in UTF-8. */
  String string() {
    int length = bytes.bytesBefore((byte) 0);
    if (length < 0) {
      throw violation("invalid string in message");
    }
    byte[] text = bytes(length);
    bytes.skipBytes(1);
    return Utf8.decode(text);
  }

  void end() {
    if (bytes.isReadable()) {
      throw violation("invalid message format");
    }
  }

  private void require(int length) {
    if (bytes.readableBytes() < length) {
      throw violation("insufficient data left in message");
    }
  }

  static PgException violation(String message) {
    return new PgException(SqlState.PROTOCOL_VIOLATION, message);
  }
}
