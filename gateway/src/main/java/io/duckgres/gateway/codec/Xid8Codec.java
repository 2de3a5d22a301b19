package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.netty.buffer.ByteBuf;

/** xid8: 64 bits without sign. Source: {@code src/backend/utils/adt/xid.c}. */
final class Xid8Codec extends TypeCodec {
  Xid8Codec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    out.writeAscii(Long.toUnsignedString(values.getLong(row)));
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeLong(values.getLong(row));
  }

  @Override
  Object readText(String text) {
    IntegerText.Result result = IntegerText.parse(trim(text));
    if (result == null) {
      throw invalidText(text);
    }
    if (result.tooLarge()) {
      throw textOutOfRange(text);
    }
    return result.value();
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 8);
    return in.readLong();
  }
}
