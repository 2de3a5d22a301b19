package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.netty.buffer.ByteBuf;

/** void: always empty. */
final class VoidCodec extends TypeCodec {
  VoidCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    // Nothing to write.
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    // Nothing to write.
  }

  @Override
  Object readText(String text) {
    return "";
  }

  @Override
  Object readBinary(ByteBuf in) {
    return "";
  }
}
