package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.Typmods;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Texts and enums: their bytes in both formats. Source: {@code src/backend/utils/adt/varlena.c}.
 */
final class TextCodec extends TypeCodec {
  private final CodecContext context;
  private Values seen;
  private TypeCodec natural;

  /** The n of char(n), whose values are padded to it; 0 for any other type. */
  private final int paddedLength;

  TextCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    this.context = context;
    boolean padded = type.equals(PgTypes.BPCHAR) && typmod > 0;
    this.paddedLength = padded ? Typmods.characterLength(typmod) : 0;
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      int start = out.position();
      values.writeBytes(row, out);
      if (paddedLength > 0) {
        pad(start, out);
      }
      return;
    }
    // A value of another type where text was planned: as that type would show it.
    if (values != seen) {
      seen = values;
      natural = context.codec(values.natural(), -1);
    }
    natural.writeText(values, row, out);
  }

  private void pad(int start, ValueBuffer out) {
    int length = 0;
    for (int i = start; i < out.position(); i++) {
      // Continuation bytes belong to the character before them.
      length += (out.at(i) & 0xC0) == 0x80 ? 0 : 1;
    }
    for (; length < paddedLength; length++) {
      out.writeByte(' ');
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    writeText(values, row, out);
  }

  @Override
  Object readText(String text) {
    ValueForm form = ValueForms.of(type());
    return form == null ? text : form.read(text, context.settings().input());
  }

  @Override
  Object readBinary(ByteBuf in) {
    return readText(decode(in));
  }

  /**
   * The text in UTF-8 bytes.
   *
   * @throws PgException 22021 when they are not UTF-8 or hold a zero byte
   */
  static String decode(ByteBuf in) {
    byte[] bytes = new byte[in.readableBytes()];
    in.readBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw invalidSequence(bytes, i, 1);
      }
    }
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(input)
          .toString();
    } catch (CharacterCodingException e) {
      int at = input.position();
      throw invalidSequence(bytes, at, Math.min(expectedLength(bytes[at]), bytes.length - at));
    }
  }

  /** How many bytes the first byte of a character announces. */
  private static int expectedLength(byte first) {
    int value = first & 0xFF;
    if (value < 0xC0) {
      return 1;
    }
    return value < 0xE0 ? 2 : value < 0xF0 ? 3 : value < 0xF8 ? 4 : 1;
  }

  private static PgException invalidSequence(byte[] bytes, int at, int length) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < length; i++) {
      shown.append(" 0x").append(HexFormat.of().toHexDigits(bytes[at + i]));
    }
    return new PgException(
        SqlState.CHARACTER_NOT_IN_REPERTOIRE,
        "invalid byte sequence for encoding \"UTF8\":" + shown);
  }
}
