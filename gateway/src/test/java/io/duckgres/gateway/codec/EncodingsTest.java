package io.duckgres.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duckgres.gateway.engine.BareCatalog;
import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every recorded value to DuckDB and back, in all four combinations of formats, and compares
 * with what PostgreSQL gives, byte for byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncodingsTest {
  /** One recorded value; text and binary are null for NULL. */
  record Encoding(
      String expression,
      PgType type,
      int typmod,
      FormatSettings settings,
      String text,
      String binary) {
    @Override
    public String toString() {
      return expression + " " + settings.dateStyle() + " " + settings.intervalStyle();
    }
  }

  @TempDir static Path directory;
  private EngineRegistry registry;
  private EngineSession session;

  @BeforeAll
  void open() {
    registry = new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER);
    session = registry.engineOf("alice").openSession();
  }

  @AfterAll
  void close() {
    session.close();
    registry.close();
  }

  static List<Encoding> encodings() throws IOException {
    List<Encoding> encodings = new ArrayList<>();
    try (InputStream in = EncodingsTest.class.getResourceAsStream("encodings.json")) {
      for (JsonNode node : new ObjectMapper().readTree(in)) {
        PgType type = PgTypes.byOid(node.get("oid").asInt());
        encodings.add(
            new Encoding(
                node.get("expression").asText(),
                type,
                node.get("typmod").asInt(),
                settings(node.get("settings")),
                node.hasNonNull("text") ? node.get("text").asText() : null,
                node.hasNonNull("binary") ? node.get("binary").asText() : null));
      }
    }
    return encodings;
  }

  private static FormatSettings settings(JsonNode node) {
    return new FormatSettings(
        ZoneId.of(node.path("TimeZone").asText("UTC")),
        node.path("DateStyle").asText("ISO, MDY"),
        node.path("IntervalStyle").asText("postgres"),
        node.path("extra_float_digits").asInt(1),
        !node.path("bytea_output").asText("hex").equals("escape"),
        null);
  }

  /** Values whose text PostgreSQL itself reads back as the same value under the same settings. */
  static List<Encoding> readable() throws IOException {
    return encodings().stream().filter(EncodingsTest::isReadable).toList();
  }

  private static boolean isReadable(Encoding encoding) {
    FormatSettings settings = encoding.settings;
    boolean iso = settings.dateStyle().startsWith("ISO");
    boolean rounded = settings.extraFloatDigits() < 1;
    // Written month first though years are expected first; abbreviations depend on the zone.
    boolean otherOrder = !iso && settings.dateStyle().endsWith("YMD");
    boolean abbreviated = !iso && !settings.timeZone().getId().equals("UTC");
    return !rounded && !otherOrder && !abbreviated;
  }

  @ParameterizedTest
  @MethodSource("readable")
  void textArrivesAsPostgresWritesIt(Encoding encoding) {
    assertThat(roundTrip(encoding, text(encoding.text), 0, 0)).isEqualTo(shown(encoding.text));
    assertThat(roundTrip(encoding, text(encoding.text), 0, 1)).isEqualTo(encoding.binary);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void binaryArrivesAsPostgresWritesIt(Encoding encoding) {
    byte[] sent = encoding.binary == null ? null : HexFormat.of().parseHex(encoding.binary);
    assertThat(roundTrip(encoding, sent, 1, 0)).isEqualTo(shown(encoding.text));
    assertThat(roundTrip(encoding, sent, 1, 1)).isEqualTo(encoding.binary);
  }

  private static byte[] text(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shown(String text) {
    return text == null ? null : HexFormat.of().formatHex(text(text));
  }

  /** The bytes that come back, in hexadecimal; null for NULL. */
  private String roundTrip(Encoding encoding, byte[] sent, int formatIn, int formatOut) {
    ByteBuf in = sent == null ? null : Unpooled.wrappedBuffer(sent);
    Object value = ParameterDecoder.decode(encoding.type, formatIn, in, encoding.settings);
    String storage =
        value instanceof EngineArray array
            ? array.elementType() + "[]"
            : DuckDbTypes.storageOf(encoding.type, encoding.typmod);
    RowEncoder encoder =
        ResultCodecs.encoder(
            List.of(new ResultColumn("v", encoding.type, encoding.typmod, 0, 0)),
            new short[] {(short) formatOut},
            encoding.settings,
            null);
    ByteBuf out = Unpooled.buffer();
    try (EngineStatement statement = session.prepare("SELECT $1::" + storage);
        RowStream rows = (RowStream) statement.execute(Collections.singletonList(value))) {
      for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
        encoder.encode(batch, 0, batch.getRowCount(), out);
      }
    }
    assertThat(out.readByte()).isEqualTo((byte) 'D');
    assertThat(out.readInt()).isEqualTo(out.readableBytes() + 4);
    assertThat(out.readShort()).isEqualTo((short) 1);
    int length = out.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    out.readBytes(bytes);
    assertThat(out.isReadable()).isFalse();
    return HexFormat.of().formatHex(bytes);
  }
}
