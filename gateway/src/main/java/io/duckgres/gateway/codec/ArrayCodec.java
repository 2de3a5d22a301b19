package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.input.ArrayInput;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Arrays of any type and dimension. Source: {@code src/backend/utils/adt/arrayfuncs.c}. */
final class ArrayCodec extends TypeCodec {
  private final TypeCodec element;
  private final PgType elementType;
  private final char delimiter;
  private final ValueBuffer scratch = new ValueBuffer(128);

  ArrayCodec(PgType type, int typmod, CodecContext context) {
    this(type, context.codec(context.elementOf(type), typmod), context);
  }

  /** An array of elements that have a codec of their own. */
  ArrayCodec(PgType type, TypeCodec element, CodecContext context) {
    super(type);
    elementType = context.elementOf(type);
    this.element = element;
    delimiter = elementType.delimiter();
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (dimensions(values, row) == 0) {
      out.writeAscii("{}");
    } else {
      writeBraces(values, row, out);
    }
  }

  private void writeBraces(Values values, int row, ValueBuffer out) {
    Values elements = values.elements();
    int start = values.listStart(row);
    int end = values.listEnd(row);
    boolean nested = isArrayLevel(elements);
    out.writeByte('{');
    for (int i = start; i < end; i++) {
      if (i > start) {
        out.writeByte(delimiter);
      }
      if (elements.isNull(i)) {
        out.writeAscii("NULL");
      } else if (nested) {
        writeBraces(elements, i, out);
      } else {
        scratch.reset(0);
        if (elements.isText() && !element.readsText()) {
          elements.writeBytes(i, scratch);
        } else {
          element.writeText(elements, i, scratch);
        }
        writeQuoted(out);
      }
    }
    out.writeByte('}');
  }

  /** Whether the values are a further dimension rather than the elements. */
  private static boolean isArrayLevel(Values values) {
    return values.elements() != null && !values.natural().equals(PgTypes.JSON);
  }

  private void writeQuoted(ValueBuffer out) {
    int length = scratch.position();
    if (!needsQuotes(length)) {
      for (int i = 0; i < length; i++) {
        out.writeByte(scratch.at(i));
      }
      return;
    }
    out.writeByte('"');
    for (int i = 0; i < length; i++) {
      byte c = scratch.at(i);
      if (c == '"' || c == '\\') {
        out.writeByte('\\');
      }
      out.writeByte(c);
    }
    out.writeByte('"');
  }

  private boolean needsQuotes(int length) {
    if (length == 0) {
      return true;
    }
    if (length == 4
        && (scratch.at(0) | 0x20) == 'n'
        && (scratch.at(1) | 0x20) == 'u'
        && (scratch.at(2) | 0x20) == 'l'
        && (scratch.at(3) | 0x20) == 'l') {
      return true;
    }
    for (int i = 0; i < length; i++) {
      byte c = scratch.at(i);
      if (c == '"' || c == '\\' || c == '{' || c == '}' || c == delimiter || isSpace(c)) {
        return true;
      }
    }
    return false;
  }

  /** The number of dimensions of a value; 0 when it has no element. */
  private static int dimensions(Values values, int row) {
    int start = values.listStart(row);
    int end = values.listEnd(row);
    if (start == end) {
      return 0;
    }
    if (!isArrayLevel(values.elements())) {
      return 1;
    }
    for (int i = start; i < end; i++) {
      if (!values.elements().isNull(i)) {
        int inner = dimensions(values.elements(), i);
        if (inner > 0) {
          return inner + 1;
        }
      }
    }
    return 0;
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    int dimensions = dimensions(values, row);
    out.writeInt(dimensions);
    int flags = out.position();
    out.writeInt(0);
    out.writeInt(elementType.oid());
    if (dimensions == 0) {
      return;
    }
    int lengths = out.position();
    Values level = values;
    int at = row;
    for (int i = 0; i < dimensions; i++) {
      int length = level.listEnd(at) - level.listStart(at);
      out.writeInt(length);
      out.writeInt(1);
      at = level.listStart(at);
      level = level.elements();
    }
    int[] expected = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      expected[i] = lengthAt(out, lengths + 8 * i);
    }
    if (writeElements(values, row, 0, expected, out)) {
      out.setInt(flags, 1);
    }
  }

  private static int lengthAt(ValueBuffer out, int index) {
    return (out.at(index) & 0xFF) << 24
        | (out.at(index + 1) & 0xFF) << 16
        | (out.at(index + 2) & 0xFF) << 8
        | out.at(index + 3) & 0xFF;
  }

  /** Writes the elements below a value; true when a NULL is among them. */
  private boolean writeElements(Values values, int row, int depth, int[] lengths, ValueBuffer out) {
    Values elements = values.elements();
    int start = values.listStart(row);
    int end = values.listEnd(row);
    if (end - start != lengths[depth]) {
      throw ragged();
    }
    boolean nulls = false;
    for (int i = start; i < end; i++) {
      if (depth + 1 < lengths.length) {
        if (elements.isNull(i)) {
          throw ragged();
        }
        nulls |= writeElements(elements, i, depth + 1, lengths, out);
      } else if (elements.isNull(i)) {
        out.writeInt(-1);
        nulls = true;
      } else {
        int size = out.position();
        out.writeInt(0);
        element.writeBinary(elements, i, out);
        out.setInt(size, out.position() - size - 4);
      }
    }
    return nulls;
  }

  private static PgException ragged() {
    return new PgException(
        SqlState.ARRAY_SUBSCRIPT_ERROR,
        "multidimensional arrays must have array expressions with matching dimensions");
  }

  @Override
  Object readText(String text) {
    return EngineArrays.exact(elementType, ArrayInput.parse(text, delimiter, element::readText));
  }

  @Override
  Object readBinary(ByteBuf in) {
    if (in.readableBytes() < 12) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
    int dimensions = in.readInt();
    int flags = in.readInt();
    int elementOid = in.readInt();
    if (dimensions < 0) {
      throw invalidBinary("invalid number of dimensions: " + dimensions);
    }
    if (dimensions > ArrayInput.MAX_DIMENSIONS) {
      throw new PgException(
          SqlState.PROGRAM_LIMIT_EXCEEDED,
          "number of array dimensions ("
              + dimensions
              + ") exceeds the maximum allowed ("
              + ArrayInput.MAX_DIMENSIONS
              + ")");
    }
    if (flags != 0 && flags != 1) {
      throw invalidBinary("invalid array flags");
    }
    if (elementOid != elementType.oid()) {
      throw new PgException(
          SqlState.DATATYPE_MISMATCH,
          "binary data has array element type "
              + Integer.toUnsignedString(elementOid)
              + " ("
              + describe(elementOid)
              + ") instead of expected "
              + elementType.oid()
              + " ("
              + TypeNames.format(elementType)
              + ")");
    }
    int[] lengths = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      lengths[i] = in.readInt();
      if (in.readInt() != 1 && lengths[i] > 0) {
        throw ArrayInput.otherLowerBound();
      }
      if (lengths[i] < 0) {
        throw invalidBinary("invalid array length");
      }
    }
    List<Object> elements = dimensions == 0 ? List.of() : readElements(in, lengths, 0);
    return EngineArrays.exact(elementType, elements);
  }

  private static String describe(int oid) {
    PgType type = PgTypes.byOid(oid);
    return type == null ? "???" : TypeNames.format(type);
  }

  private List<Object> readElements(ByteBuf in, int[] lengths, int depth) {
    List<Object> elements = new ArrayList<>(Math.min(lengths[depth], 1_000));
    for (int i = 0; i < lengths[depth]; i++) {
      if (depth + 1 < lengths.length) {
        elements.add(readElements(in, lengths, depth + 1));
        continue;
      }
      if (in.readableBytes() < 4) {
        throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
      }
      int size = in.readInt();
      if (size < -1 || size > in.readableBytes()) {
        throw invalidBinary("insufficient data left in message");
      }
      elements.add(size < 0 ? null : element.readBinary(in.readSlice(size)));
    }
    return elements;
  }
}
