package io.duckgres.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.plan.ResultColumn;
import io.netty.buffer.Unpooled;
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

/** Reads texts as PostgreSQL's input functions do, its errors included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InputsTest {
  /** One text and what PostgreSQL makes of it: an output or an error. */
  record Input(PgType type, FormatSettings settings, String text, JsonNode expected) {
    @Override
    public String toString() {
      return type + " '" + text + "' " + expected.get("settings");
    }

    boolean isRefused() {
      return expected.has("state");
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

  private static List<Input> inputs(boolean refused) throws IOException {
    List<Input> inputs = new ArrayList<>();
    try (InputStream in = InputsTest.class.getResourceAsStream("inputs.json")) {
      for (JsonNode node : new ObjectMapper().readTree(in)) {
        Input input =
            new Input(
                TypeNames.parseSimple(node.get("type").asText()),
                RoundTrip.settings(node.get("settings")),
                node.get("input").asText(),
                node);
        if (input.isRefused() == refused) {
          inputs.add(input);
        }
      }
    }
    return inputs;
  }

  static List<Input> accepted() throws IOException {
    return inputs(false);
  }

  static List<Input> refused() throws IOException {
    return inputs(true);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void goodTextMeansTheSameValue(Input input) {
    String output = input.expected.get("output").asText();
    byte[] sent = input.text.getBytes(StandardCharsets.UTF_8);
    int typmod =
        input.type.equals(PgTypes.NUMERIC) ? io.duckgres.pgtype.Typmods.numeric(38, 5) : -1;
    assertThat(
            trip.send(new ResultColumn("v", input.type, typmod, 0, 0), sent, 0, 0, input.settings))
        .isEqualTo(HexFormat.of().formatHex(shown(output, typmod)));
  }

  /** Numerics are compared with five digits after the point. */
  private static byte[] shown(String output, int typmod) {
    String text =
        typmod < 0 ? output : new java.math.BigDecimal(output).setScale(5).toPlainString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void badTextIsRefusedInPostgresWords(Input input) {
    byte[] sent = input.text.getBytes(StandardCharsets.UTF_8);
    PgException error =
        catchThrowableOfType(
            PgException.class,
            () ->
                ParameterDecoder.decode(
                    input.type, 0, Unpooled.wrappedBuffer(sent), input.settings));
    assertThat(error).isNotNull();
    assertThat(error.state().code()).isEqualTo(input.expected.get("state").asText());
    assertThat(error.getMessage()).isEqualTo(input.expected.get("message").asText());
    assertThat(error.detail()).isEqualTo(input.expected.get("detail").textValue());
    assertThat(error.hint()).isEqualTo(input.expected.get("hint").textValue());
  }
}
