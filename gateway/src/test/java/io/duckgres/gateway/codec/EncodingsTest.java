package io.duckgres.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
  private RoundTrip trip;

  @BeforeAll
  void open() {
    trip = new RoundTrip(directory);
  }

  @AfterAll
  void close() {
    trip.close();
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
                RoundTrip.settings(node.get("settings")),
                node.hasNonNull("text") ? node.get("text").asText() : null,
                node.hasNonNull("binary") ? node.get("binary").asText() : null));
      }
    }
    return encodings;
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

  private String roundTrip(Encoding encoding, byte[] sent, int formatIn, int formatOut) {
    return trip.send(
        new ResultColumn("v", encoding.type, encoding.typmod, 0, 0),
        sent,
        formatIn,
        formatOut,
        encoding.settings);
  }
}
