package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;

/** bit and varbit. Source: {@code src/backend/utils/adt/varbit.c}. */
final class BitCodec extends TypeCodec {
  BitCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    int length = values.bitLength(row);
    for (int i = 0; i < length; i++) {
      out.writeByte(values.getBit(row, i) ? '1' : '0');
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    int length = values.bitLength(row);
    out.writeInt(length);
    for (int start = 0; start < length; start += 8) {
      int bits = 0;
      for (int i = start; i < Math.min(start + 8, length); i++) {
        bits |= values.getBit(row, i) ? 0x80 >> (i - start) : 0;
      }
      out.writeByte(bits);
    }
  }

  @Override
  Object readText(String text) {
    if (text.startsWith("x") || text.startsWith("X")) {
      StringBuilder bits = new StringBuilder();
      for (int i = 1; i < text.length(); i++) {
        int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
        if (digit < 0) {
          throw invalidDigit(text, i, "hexadecimal");
        }
        for (int bit = 3; bit >= 0; bit--) {
          bits.append((char) ('0' + (digit >> bit & 1)));
        }
      }
      return bits.toString();
    }
    boolean prefixed = text.startsWith("b") || text.startsWith("B");
    for (int i = prefixed ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) != '0' && text.charAt(i) != '1') {
        throw invalidDigit(text, i, "binary");
      }
    }
    return prefixed ? text.substring(1) : text;
  }

  private static PgException invalidDigit(String text, int at, String radix) {
    String shown = text.substring(at, text.offsetByCodePoints(at, 1));
    return new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "\"" + shown + "\" is not a valid " + radix + " digit");
  }

  @Override
  Object readBinary(ByteBuf in) {
    if (in.readableBytes() < 4) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
    int length = in.readInt();
    if (length < 0) {
      throw invalidBinary("invalid length in external bit string");
    }
    expectLength(in, (length + 7) / 8);
    StringBuilder bits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int value = in.getByte(in.readerIndex() + i / 8);
      bits.append((char) ('0' + (value >> (7 - i % 8) & 1)));
    }
    in.skipBytes((length + 7) / 8);
    return bits.toString();
  }
}
