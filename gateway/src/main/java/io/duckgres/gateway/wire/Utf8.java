package io.duckgres.gateway.wire;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 with PostgreSQL's error for bytes that are none. */
public final class Utf8 {
  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /**
   * The text of these bytes.
   *
   * @throws PgException 22021 naming the first invalid sequence, as wchar.c reports it
   */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Only text that holds the replacement character can have been malformed.
    if (text.indexOf(REPLACEMENT) >= 0) {
      check(bytes);
    }
    return text;
  }

  private static void check(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    if (decoder.decode(in, CharBuffer.allocate(bytes.length), true).isError()) {
      throw new PgException(
          SqlState.CHARACTER_NOT_IN_REPERTOIRE,
          "invalid byte sequence for encoding \"UTF8\": " + hex(bytes, in.position()));
    }
  }

  private static String hex(byte[] bytes, int from) {
    int length = Math.min(sequenceLength(bytes[from]), bytes.length - from);
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      text.append(i == from ? "" : " ").append(String.format("0x%02x", bytes[i] & 0xff));
    }
    return text.toString();
  }

  private static int sequenceLength(byte first) {
    int value = first & 0xff;
    if ((value & 0xe0) == 0xc0) {
      return 2;
    }
    if ((value & 0xf0) == 0xe0) {
      return 3;
    }
    return (value & 0xf8) == 0xf0 ? 4 : 1;
  }
}
