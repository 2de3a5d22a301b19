package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.CharForm;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

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
    return CharForm.byteOf(new String(scratch.toBytes(0), StandardCharsets.UTF_8));
  }

  @Override
  Object readText(String text) {
    return new CharForm().read(text, InputSettings.DEFAULT);
  }

  @Override
  Object readBinary(ByteBuf in) {
    if (!in.isReadable()) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "no data left in message");
    }
    expectLength(in, 1);
    return CharForm.of(in.readUnsignedByte());
  }
}
