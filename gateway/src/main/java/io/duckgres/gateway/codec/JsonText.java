package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Values of any type as JSON, as {@code to_json} makes it: MAP is an object, UNION its member. */
final class JsonText {
  private static final Set<PgType> UNQUOTED =
      Set.of(
          PgTypes.BOOL,
          PgTypes.INT2,
          PgTypes.INT4,
          PgTypes.INT8,
          PgTypes.FLOAT4,
          PgTypes.FLOAT8,
          PgTypes.NUMERIC);

  private final CodecContext context;
  private final Map<Values, TypeCodec> codecs = new IdentityHashMap<>();
  private final ValueBuffer scratch = new ValueBuffer(256);

  JsonText(CodecContext context) {
    this.context = context;
  }

  void write(Values values, int row, ValueBuffer out) {
    if (values.isNull(row)) {
      out.writeAscii("null");
    } else if (values instanceof NestedValues.Unions union) {
      write(union.member(row), row, out);
    } else if (values.fields().length > 0) {
      writeObject(values, row, out);
    } else if (values.elements() != null) {
      if (values.natural().equals(PgTypes.JSON)) {
        writeMap(values, row, out);
      } else {
        writeArray(values, row, out);
      }
    } else {
      writeScalar(values, row, out);
    }
  }

  private void writeObject(Values values, int row, ValueBuffer out) {
    out.writeByte('{');
    for (int i = 0; i < values.fields().length; i++) {
      if (i > 0) {
        out.writeByte(',');
      }
      String name = values.fieldName(i);
      quote(name.isEmpty() ? "f" + (i + 1) : name, out);
      out.writeByte(':');
      write(values.fields()[i], row, out);
    }
    out.writeByte('}');
  }

  private void writeArray(Values values, int row, ValueBuffer out) {
    out.writeByte('[');
    for (int i = values.listStart(row); i < values.listEnd(row); i++) {
      if (i > values.listStart(row)) {
        out.writeByte(',');
      }
      write(values.elements(), i, out);
    }
    out.writeByte(']');
  }

  private void writeMap(Values values, int row, ValueBuffer out) {
    Values[] entry = values.elements().fields();
    out.writeByte('{');
    for (int i = values.listStart(row); i < values.listEnd(row); i++) {
      if (i > values.listStart(row)) {
        out.writeByte(',');
      }
      quote(textOf(entry[0], i), out);
      out.writeByte(':');
      write(entry[1], i, out);
    }
    out.writeByte('}');
  }

  private void writeScalar(Values values, int row, ValueBuffer out) {
    PgType type = values.natural();
    if (type.equals(PgTypes.JSON)) {
      values.writeBytes(row, out);
      return;
    }
    String text = textOf(values, row);
    if (type.equals(PgTypes.BOOL)) {
      out.writeAscii(text.equals("t") ? "true" : "false");
    } else if (UNQUOTED.contains(type) && !text.startsWith("N") && !text.endsWith("y")) {
      out.writeAscii(text);
    } else {
      // NaN and the infinities are no JSON numbers.
      quote(text, out);
    }
  }

  private String textOf(Values values, int row) {
    TypeCodec codec = codecs.computeIfAbsent(values, key -> context.codec(key.natural(), -1));
    scratch.reset(0);
    codec.writeText(values, row, scratch);
    return scratch.toText(0);
  }

  /** A JSON string, escaped as PostgreSQL's escape_json does. */
  static void quote(String text, ValueBuffer out) {
    StringBuilder escaped = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\b' -> escaped.append("\\b");
        case '\f' -> escaped.append("\\f");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (c < ' ') {
            escaped.append(String.format("\\u%04x", (int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    out.writeUtf8(escaped.append('"').toString());
  }
}
