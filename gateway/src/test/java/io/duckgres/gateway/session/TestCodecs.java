package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.codec.RowEncoder;
import io.duckgres.gateway.engine.EngineColumn;
import io.duckgres.gateway.wire.BackendMessage.DataRow;
import io.duckgres.gateway.wire.BackendMessageWriter;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.ResultColumn;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Integers in both formats, everything else as the text that Java makes of it. */
final class TestCodecs implements Codecs {
  @Override
  public RowEncoder encoder(
      List<ResultColumn> columns,
      List<EngineColumn> engineColumns,
      List<Short> formats,
      FormatSettings settings) {
    return (batch, from, to, out) -> encode(batch, from, to, out, formats);
  }

  private static void encode(
      VectorSchemaRoot batch, int from, int to, ByteBuf out, List<Short> formats) {
    for (int row = from; row < to; row++) {
      List<byte[]> values = new ArrayList<>();
      for (int column = 0; column < formats.size(); column++) {
        FieldVector vector = batch.getVector(column);
        Object value = vector.getObject(row);
        values.add(value == null ? null : bytes(value, formats.get(column)));
      }
      BackendMessageWriter.write(out, new DataRow(values));
    }
  }

  private static byte[] bytes(Object value, short format) {
    if (format == BINARY && value instanceof Number number) {
      return ByteBuffer.allocate(4).putInt(number.intValue()).array();
    }
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Object decode(PgType type, short format, byte[] value, FormatSettings settings) {
    if (!type.equals(PgTypes.INT4)) {
      return new String(value, StandardCharsets.UTF_8);
    }
    if (format == BINARY) {
      return ByteBuffer.wrap(value).getInt();
    }
    String text = new String(value, StandardCharsets.UTF_8);
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new PgException(
          SqlState.INVALID_TEXT_REPRESENTATION,
          "invalid input syntax for type integer: \"" + text + "\"");
    }
  }
}
