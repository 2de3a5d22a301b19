package io.duckgres.gateway.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.gateway.codec.ValueBuffer;
import io.duckgres.pgtype.PgEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** COPY's option ENCODING. */
class EncodingOptionTest {
  private static final String TEXT = "\u30bd\t\u8868\\x\u3042\n";

  @ParameterizedTest
  @CsvSource({"SJIS, 1", "SJIS, 3", "euc_jp, 1", "EUC-JP, 2", "GB18030, 1", "UHC, 100"})
  void readsCharactersThatPiecesTearApart(String name, int size) {
    PgEncoding encoding = PgEncoding.named(name);
    String text = TEXT.replace("\u8868", encoding.name().equals("UHC") ? "\uac00" : "\u8868");
    byte[] bytes = text.getBytes(encoding.charset());
    Deque<byte[]> pieces = new ArrayDeque<>();
    for (int i = 0; i < bytes.length; i += size) {
      pieces.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size)));
    }

    assertThat(read(new DecodedInput(pieces::poll, encoding))).isEqualTo(text);
  }

  @Test
  void refusesBytesThatAreNoCharacter() {
    Deque<byte[]> pieces = new ArrayDeque<>(List.of(new byte[] {'a', (byte) 0x81}));

    assertThatThrownBy(() -> read(new DecodedInput(pieces::poll, PgEncoding.named("win1252"))))
        .hasMessage(
            "character with byte sequence 0x81 in encoding \"WIN1252\" has no equivalent in"
                + " encoding \"UTF8\"");
  }

  @Test
  void refusesHalfACharacterAtTheEnd() {
    Deque<byte[]> pieces = new ArrayDeque<>(List.of(new byte[] {'a', (byte) 0x83}));

    assertThatThrownBy(() -> read(new DecodedInput(pieces::poll, PgEncoding.named("sjis"))))
        .hasMessage("invalid byte sequence for encoding \"SJIS\": 0x83");
  }

  @Test
  void writesLinesFromSomewhereOn() {
    ValueBuffer buffer = new ValueBuffer(16);
    buffer.writeBytes("\u00fc".getBytes(StandardCharsets.UTF_8));
    buffer.writeBytes("gr\u00fcn".getBytes(StandardCharsets.UTF_8));
    new LineEncoder(PgEncoding.named("latin1")).encode(buffer, 2);

    byte[] written = buffer.toBytes(2);
    assertThat(new String(written, StandardCharsets.ISO_8859_1)).isEqualTo("gr\u00fcn");
  }

  @Test
  void refusesCharactersThatTheEncodingDoesNotHave() {
    ValueBuffer buffer = new ValueBuffer(16);
    buffer.writeBytes("\u00fc \u20ac".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> new LineEncoder(PgEncoding.named("LATIN1")).encode(buffer, 0))
        .hasMessage(
            "character with byte sequence 0xe2 0x82 0xac in encoding \"UTF8\" has no equivalent"
                + " in encoding \"LATIN1\"");
  }

  @Test
  void knowsEncodingsByTheirLettersAndDigits() {
    assertThat(PgEncoding.named("Windows-1252")).isEqualTo(PgEncoding.named("WIN1252"));
    assertThat(PgEncoding.named("UTF-8")).isSameAs(PgEncoding.UTF8);
    assertThat(PgEncoding.named("nosuch")).isNull();
  }

  private static String read(CopyInput input) {
    StringBuilder text = new StringBuilder();
    for (byte[] piece = input.next(); piece != null; piece = input.next()) {
      text.append(new String(piece, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
