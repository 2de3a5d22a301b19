package io.duckgres.gateway.codec;

import io.duckgres.json.JsonReader;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;

/**
 * json, jsonb and jsonpath. Of the latter two the binary format is a version byte and the text.
 * Values of other types (MAP, STRUCT, UNION …) are shown as the JSON that they amount to.
 */
final class JsonCodec extends TypeCodec {
  private static final int VERSION = 1;
  private final boolean versioned;
  private final JsonbText canonical;
  private final JsonText plain;

  JsonCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    versioned = !type.equals(PgTypes.JSON);
    canonical = type.equals(PgTypes.JSONB) ? new JsonbText() : null;
    plain = new JsonText(context);
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    int start = out.position();
    if (values.isText()) {
      values.writeBytes(row, out);
    } else {
      plain.write(values, row, out);
    }
    if (canonical != null) {
      canonical.rewrite(start, out);
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    if (versioned) {
      out.writeByte(VERSION);
    }
    writeText(values, row, out);
  }

  @Override
  Object readText(String text) {
    if (type().equals(PgTypes.JSONB)) {
      return Jsonb.canonical(text);
    }
    if (type().equals(PgTypes.JSON)) {
      JsonReader.json(text);
    }
    return text;
  }

  @Override
  Object readBinary(ByteBuf in) {
    if (versioned) {
      int version = in.isReadable() ? in.readByte() : 0;
      if (version != VERSION) {
        throw new PgException(
            SqlState.INTERNAL_ERROR_,
            "unsupported " + type().name() + " version number " + version);
      }
    }
    return readText(TextCodec.decode(in));
  }
}
