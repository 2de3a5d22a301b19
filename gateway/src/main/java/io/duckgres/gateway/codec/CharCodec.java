package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.netty.buffer.ByteBuf;

/** "char": one byte, empty for zero. Source: {@code src/backend/utils/adt/char.c}. */
final class CharCodec extends TypeCodec {
  private static final int HIGHEST_ASCII = 127;
  private final ValueBuffer scratch = new ValueBuffer(16);

  CharCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    int value = byteOf(values, row);
    if (value > HIGHEST_ASCII) {
      // As PostgreSQL writes bytes that are no character of their own: \ooo.
      out.writeByte('\\');
      out.writeByte('0' + (value >> 6));
      out.writeByte('0' + (value >> 3 & 7));
      out.writeByte('0' + (value & 7));
    } else if (value != 0) {
      out.writeByte(value);
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeByte(byteOf(values, row));
  }

  private int byteOf(Values values, int row) {
    if (!values.isText()) {
      return (int) values.getLong(row) & 0xFF;
    }
    scratch.reset(0);
    values.writeBytes(row, scratch);
    return scratch.position() == 0 ? 0 : scratch.at(0) & 0xFF;
  }

  @Override
  Object readText(String text) {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 1);
    int value = in.readUnsignedByte();
    return value == 0 ? "" : String.valueOf((char) value);
  }
}
