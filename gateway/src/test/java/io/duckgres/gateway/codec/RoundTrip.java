package io.duckgres.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duckgres.gateway.engine.BareCatalog;
import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Sends parameters to DuckDB and reads them back as a column. */
final class RoundTrip implements AutoCloseable {
  private final EngineRegistry registry;
  private final EngineSession session;

  RoundTrip(Path directory) {
    registry = new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER);
    session = registry.engineOf("alice").openSession();
  }

  /** Settings of which the recorded ones differ from the defaults. */
  static FormatSettings settings(JsonNode node) {
    return new FormatSettings(
        ZoneId.of(node.path("TimeZone").asText("UTC")),
        node.path("DateStyle").asText("ISO, MDY"),
        node.path("IntervalStyle").asText("postgres"),
        node.path("extra_float_digits").asInt(1),
        !node.path("bytea_output").asText("hex").equals("escape"),
        null);
  }

  /** The bytes that come back, in hexadecimal; null for NULL. */
  String send(
      ResultColumn column, byte[] sent, int formatIn, int formatOut, FormatSettings settings) {
    ByteBuf in = sent == null ? null : Unpooled.wrappedBuffer(sent);
    Object value = ParameterDecoder.decode(column.type(), formatIn, in, settings);
    String storage =
        value instanceof EngineArray array
            ? array.elementType() + "[]"
            : DuckDbTypes.storageOf(column.type(), column.typmod());
    RowEncoder encoder =
        ResultCodecs.encoder(List.of(column), new short[] {(short) formatOut}, settings, null);
    ByteBuf out = Unpooled.buffer();
    try (EngineStatement statement = session.prepare("SELECT $1::" + storage);
        RowStream rows = (RowStream) statement.execute(Collections.singletonList(value))) {
      for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
        encoder.encode(batch, 0, batch.getRowCount(), out);
      }
    }
    return onlyValue(out);
  }

  private static String onlyValue(ByteBuf message) {
    assertThat(message.readByte()).isEqualTo((byte) 'D');
    assertThat(message.readInt()).isEqualTo(message.readableBytes() + 4);
    assertThat(message.readShort()).isEqualTo((short) 1);
    int length = message.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    message.readBytes(bytes);
    assertThat(message.isReadable()).isFalse();
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    session.close();
    registry.close();
  }
}
