package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.netty.buffer.ByteBuf;

/** int2, int4 and int8. Source: {@code src/backend/utils/adt/numutils.c}. */
final class IntegerCodec extends TypeCodec {
  private final int width;

  IntegerCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    width = type.length();
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    out.writeDecimal(checked(values.getLong(row)));
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    long value = checked(values.getLong(row));
    switch (width) {
      case 2 -> out.writeShort((int) value);
      case 4 -> out.writeInt((int) value);
      default -> out.writeLong(value);
    }
  }

  private boolean fits(long value) {
    return switch (width) {
      case 2 -> value == (short) value;
      case 4 -> value == (int) value;
      default -> true;
    };
  }

  private long checked(long value) {
    if (!fits(value)) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE, TypeNames.format(type()) + " out of range");
    }
    return value;
  }

  @Override
  Object readText(String text) {
    IntegerText.Result result = IntegerText.parse(trim(text));
    if (result == null) {
      throw invalidText(text);
    }
    if (result.tooLarge() || !fits(result.value())) {
      throw textOutOfRange(text);
    }
    return boxed(result.value());
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, width);
    return boxed(
        switch (width) {
          case 2 -> in.readShort();
          case 4 -> in.readInt();
          default -> in.readLong();
        });
  }

  private Object boxed(long value) {
    if (type() == PgTypes.INT8) {
      return value;
    }
    return width == 2 ? (Object) (short) value : (Object) (int) value;
  }
}
