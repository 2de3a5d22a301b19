package io.duckgres.gateway.copy;

import io.duckgres.pgtype.PgEncoding;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Data in another encoding, as UTF-8. Characters may be torn apart by the ends of pieces. */
final class DecodedInput implements CopyInput {
  private final CopyInput input;
  private final PgEncoding encoding;
  private final CharsetDecoder decoder;
  private byte[] rest = new byte[0];
  private boolean ended;

  DecodedInput(CopyInput input, PgEncoding encoding) {
    this.input = input;
    this.encoding = encoding;
    decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public byte[] next() {
    if (ended) {
      return null;
    }
    byte[] piece = input.next();
    ended = piece == null;
    byte[] joined = piece == null ? rest : join(rest, piece);
    if (joined.length == 0) {
      return piece;
    }
    ByteBuffer bytes = ByteBuffer.wrap(joined);
    // No character of one byte becomes more than one char, no other more than its bytes.
    CharBuffer text = CharBuffer.allocate(joined.length + 2);
    CoderResult result = decoder.decode(bytes, text, ended);
    if (result.isError()) {
      throw error(result, joined, bytes.position());
    }
    rest = Arrays.copyOfRange(joined, bytes.position(), joined.length);
    return text.flip().toString().getBytes(StandardCharsets.UTF_8);
  }

  private PgException error(CoderResult result, byte[] bytes, int from) {
    StringBuilder sequence = new StringBuilder();
    for (int i = from; i < Math.min(bytes.length, from + result.length()); i++) {
      sequence.append(i == from ? "" : " ").append(String.format("0x%02x", bytes[i] & 0xff));
    }
    return result.isUnmappable() || decoder.averageCharsPerByte() == 1
        ? new PgException(
            SqlState.UNTRANSLATABLE_CHARACTER,
            "character with byte sequence "
                + sequence
                + " in encoding \""
                + encoding.name()
                + "\" has no equivalent in encoding \"UTF8\"")
        : new PgException(
            SqlState.CHARACTER_NOT_IN_REPERTOIRE,
            "invalid byte sequence for encoding \"" + encoding.name() + "\": " + sequence);
  }

  private static byte[] join(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
