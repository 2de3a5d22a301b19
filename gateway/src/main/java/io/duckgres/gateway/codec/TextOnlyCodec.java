package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.TypeNames;
import io.netty.buffer.ByteBuf;

/** Types that have no storage of their own and travel as text alone: txid_snapshot, gtsvector … */
final class TextOnlyCodec extends TypeCodec {
  TextOnlyCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    values.writeBytes(row, out);
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    throw noBinary("output");
  }

  @Override
  Object readText(String text) {
    return text;
  }

  @Override
  Object readBinary(ByteBuf in) {
    throw noBinary("input");
  }

  private PgException noBinary(String direction) {
    return PgException.notSupported("binary " + direction + " of type " + TypeNames.format(type()));
  }
}
