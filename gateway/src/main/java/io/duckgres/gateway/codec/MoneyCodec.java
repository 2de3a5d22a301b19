package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.value.MoneyText;
import io.netty.buffer.ByteBuf;

/** money, a number of cents. Source: {@code src/backend/utils/adt/cash.c}. */
final class MoneyCodec extends TypeCodec {
  MoneyCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    out.writeAscii(MoneyText.write(values.getLong(row)));
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeLong(values.getLong(row));
  }

  @Override
  Object readText(String text) {
    return MoneyText.read(text);
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 8);
    return in.readLong();
  }
}
