package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.ValueBuffer;
import io.duckgres.pgtype.PgEncoding;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Brings lines from UTF-8 into another encoding. */
final class LineEncoder {
  private final PgEncoding encoding;
  private final CharsetEncoder encoder;

  LineEncoder(PgEncoding encoding) {
    this.encoding = encoding;
    encoder =
        encoding
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private byte[] encode(String text) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw untranslatable(text);
    }
  }

  /**
   * Encodes what the buffer holds from there on, in its place.
   *
   * @throws PgException 22P05 for a character that the encoding does not have
   */
  void encode(ValueBuffer buffer, int from) {
    byte[] bytes = buffer.toBytes(from);
    for (byte b : bytes) {
      if (b < 0) {
        byte[] encoded = encode(new String(bytes, StandardCharsets.UTF_8));
        buffer.reset(from);
        buffer.writeBytes(encoded);
        return;
      }
    }
  }

  private PgException untranslatable(String text) {
    StringBuilder sequence = new StringBuilder();
    encoder.reset();
    int[] points =
        text.codePoints().filter(p -> !encoder.canEncode(Character.toString(p))).toArray();
    byte[] bytes = Character.toString(points[0]).getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      sequence.append(sequence.isEmpty() ? "" : " ").append(String.format("0x%02x", b & 0xff));
    }
    return new PgException(
        SqlState.UNTRANSLATABLE_CHARACTER,
        "character with byte sequence "
            + sequence
            + " in encoding \"UTF8\" has no equivalent in encoding \""
            + encoding.name()
            + "\"");
  }
}
