package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Records and composite types. Source: {@code src/backend/utils/adt/rowtypes.c}. */
final class RecordCodec extends TypeCodec {
  private final CodecContext context;
  private final List<Attribute> attributes;
  private final ValueBuffer scratch = new ValueBuffer(128);
  private TypeCodec[] fields;

  RecordCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    this.context = context;
    attributes = context.fieldsOf(type);
  }

  @Override
  boolean readsText() {
    return true;
  }

  private TypeCodec[] fieldsOf(Values values) {
    if (fields == null) {
      int count = values.fields().length;
      boolean known = attributes.size() == count;
      fields = new TypeCodec[count];
      for (int i = 0; i < count; i++) {
        Attribute attribute = known ? attributes.get(i) : null;
        fields[i] =
            attribute != null && attribute.type() != null
                ? context.codec(attribute.type(), attribute.typmod())
                : context.codec(values.fields()[i].natural(), -1);
      }
    }
    return fields;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      values.writeBytes(row, out);
      return;
    }
    TypeCodec[] codecs = fieldsOf(values);
    out.writeByte('(');
    for (int i = 0; i < codecs.length; i++) {
      if (i > 0) {
        out.writeByte(',');
      }
      Values field = values.fields()[i];
      if (!field.isNull(row)) {
        scratch.reset(0);
        codecs[i].writeText(field, row, scratch);
        writeQuoted(out);
      }
    }
    out.writeByte(')');
  }

  private void writeQuoted(ValueBuffer out) {
    int length = scratch.position();
    boolean quotes = length == 0;
    for (int i = 0; i < length && !quotes; i++) {
      byte c = scratch.at(i);
      quotes = c == '"' || c == '\\' || c == '(' || c == ')' || c == ',' || isSpace(c);
    }
    if (quotes) {
      out.writeByte('"');
    }
    for (int i = 0; i < length; i++) {
      byte c = scratch.at(i);
      if (c == '"' || c == '\\') {
        out.writeByte(c);
      }
      out.writeByte(c);
    }
    if (quotes) {
      out.writeByte('"');
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    TypeCodec[] codecs = fieldsOf(values);
    out.writeInt(codecs.length);
    for (int i = 0; i < codecs.length; i++) {
      Values field = values.fields()[i];
      out.writeInt(codecs[i].type().oid());
      int size = out.position();
      out.writeInt(-1);
      if (!field.isNull(row)) {
        codecs[i].writeBinary(field, row, out);
        out.setInt(size, out.position() - size - 4);
      }
    }
  }

  @Override
  Object readText(String text) {
    throw unsupportedInput();
  }

  @Override
  Object readBinary(ByteBuf in) {
    throw unsupportedInput();
  }

  private PgException unsupportedInput() {
    return type().equals(PgTypes.RECORD)
        ? PgException.notSupported("input of anonymous composite types")
        : PgException.notSupported("a parameter of composite type " + type().name());
  }
}
