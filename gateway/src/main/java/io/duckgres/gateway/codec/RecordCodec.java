package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.gateway.engine.EngineStruct;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.input.RecordInput;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Records and composite types. Source: {@code src/backend/utils/adt/rowtypes.c}. */
final class RecordCodec extends TypeCodec {
  private final CodecContext context;
  private final List<Attribute> attributes;
  private final ValueBuffer scratch = new ValueBuffer(128);
  private TypeCodec[] fields;
  private TypeCodec[] inputs;
  private ColumnTypmod[] limits;

  /** Of the fields those that are known; null ones, and fields without one, by their values. */
  private final List<TypeCodec> known;

  /**
   * A record whose fields are known by other means than its type.
   *
   * @param known codecs of the fields, null where they are not known
   */
  RecordCodec(PgType type, CodecContext context, List<TypeCodec> known) {
    super(type);
    this.context = context;
    this.known = known;
    attributes = List.of();
  }

  RecordCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    this.context = context;
    known = List.of();
    attributes = context.fieldsOf(type);
  }

  @Override
  boolean readsText() {
    return true;
  }

  private TypeCodec[] fieldsOf(Values values) {
    if (fields == null) {
      int count = values.fields().length;
      boolean declared = attributes.size() == count;
      fields = new TypeCodec[count];
      for (int i = 0; i < count; i++) {
        Attribute attribute = declared ? attributes.get(i) : null;
        if (known.size() == count && known.get(i) != null) {
          fields[i] = known.get(i);
        } else {
          fields[i] =
              attribute != null && attribute.type() != null
                  ? context.codec(attribute.declaredType(), attribute.typmod())
                  : context.codec(values.fields()[i].natural(), -1);
        }
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
        if (field.isText() && !codecs[i].readsText()) {
          field.writeBytes(row, scratch);
        } else {
          codecs[i].writeText(field, row, scratch);
        }
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
      boolean declared = attributes.size() == codecs.length && attributes.get(i).type() != null;
      out.writeInt((declared ? attributes.get(i).declaredType() : codecs[i].type()).oid());
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
    requireFields();
    List<String> texts = RecordInput.parse(text, attributes.size());
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String field = texts.get(i);
      values.add(field == null ? null : stored(i, input(i).readText(field)));
    }
    return struct(values);
  }

  @Override
  Object readBinary(ByteBuf in) {
    requireFields();
    int count = readInt(in);
    if (count != attributes.size()) {
      throw new PgException(
          SqlState.DATATYPE_MISMATCH,
          "wrong number of columns: " + count + ", expected " + attributes.size());
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int oid = readInt(in);
      PgType expected = attributes.get(i).declaredType();
      if (oid != expected.oid()) {
        throw new PgException(
            SqlState.DATATYPE_MISMATCH,
            "binary data has type "
                + Integer.toUnsignedString(oid)
                + " ("
                + describe(oid)
                + ") instead of expected "
                + Integer.toUnsignedString(expected.oid())
                + " ("
                + TypeNames.format(expected)
                + ") in record column "
                + (i + 1));
      }
      int size = readInt(in);
      if (size < -1 || size > in.readableBytes()) {
        throw invalidBinary("insufficient data left in message");
      }
      if (size < 0) {
        values.add(null);
        continue;
      }
      ByteBuf field = in.readSlice(size);
      Object value = input(i).readBinary(field);
      if (field.isReadable()) {
        throw invalidBinary("improper binary format in record column " + (i + 1));
      }
      values.add(stored(i, value));
    }
    return struct(values);
  }

  private static int readInt(ByteBuf in) {
    if (in.readableBytes() < 4) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
    return in.readInt();
  }

  private String describe(int oid) {
    PgType type = PgTypes.byOid(oid);
    return type == null ? "???" : TypeNames.format(type);
  }

  private void requireFields() {
    if (type().equals(PgTypes.RECORD) || attributes.isEmpty()) {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED, "input of anonymous composite types is not implemented");
    }
  }

  private TypeCodec input(int field) {
    if (inputs == null) {
      inputs = new TypeCodec[attributes.size()];
    }
    Attribute attribute = attributes.get(field);
    if (inputs[field] == null) {
      inputs[field] = context.codec(attribute.declaredType(), attribute.typmod());
    }
    return inputs[field];
  }

  private Object stored(int field, Object value) {
    if (limits == null) {
      limits = new ColumnTypmod[attributes.size()];
    }
    Attribute attribute = attributes.get(field);
    if (value instanceof EngineArray array) {
      array.requireDimensions(attribute.levels());
    }
    if (limits[field] == null) {
      PgType plain = context.baseOf(attribute.declaredType());
      PgType limited = plain.isArray() ? context.elementOf(plain) : plain;
      limits[field] = new ColumnTypmod(limited, attribute.typmod(), context.catalog());
    }
    return limits[field].apply(value);
  }

  private EngineStruct struct(List<Object> values) {
    return new EngineStruct(attributes.stream().map(Attribute::name).toList(), values);
  }
}
