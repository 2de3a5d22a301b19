package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * int2vector and oidvector: one dimension, counted from 0, written without braces. Sources: {@code
 * src/backend/utils/adt/int.c}, {@code oid.c}.
 */
final class VectorCodec extends TypeCodec {
  private final TypeCodec element;
  private final PgType elementType;

  VectorCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    elementType = context.elementOf(type);
    element = context.codec(elementType, -1);
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      values.writeBytes(row, out);
      return;
    }
    for (int i = values.listStart(row); i < values.listEnd(row); i++) {
      if (i > values.listStart(row)) {
        out.writeByte(' ');
      }
      element.writeText(values.elements(), i, out);
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeInt(1);
    out.writeInt(0);
    out.writeInt(elementType.oid());
    out.writeInt(values.listEnd(row) - values.listStart(row));
    out.writeInt(0);
    for (int i = values.listStart(row); i < values.listEnd(row); i++) {
      int size = out.position();
      out.writeInt(0);
      element.writeBinary(values.elements(), i, out);
      out.setInt(size, out.position() - size - 4);
    }
  }

  @Override
  Object readText(String text) {
    List<Object> elements = new ArrayList<>();
    for (String part : trim(text).split("\\s+")) {
      if (!part.isEmpty()) {
        elements.add(element.readText(part));
      }
    }
    return EngineArrays.of(elementType, elements);
  }

  @Override
  Object readBinary(ByteBuf in) {
    if (in.readableBytes() < 20) {
      throw invalidBinary("invalid " + type().name() + " data");
    }
    in.skipBytes(12);
    int length = in.readInt();
    in.readInt();
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(element.readBinary(in.readSlice(in.readInt())));
    }
    return EngineArrays.of(elementType, elements);
  }
}
