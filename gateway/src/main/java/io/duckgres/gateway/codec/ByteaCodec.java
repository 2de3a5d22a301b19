package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** bytea. Source: {@code src/backend/utils/adt/varlena.c} (byteain, byteaout), {@code encode.c}. */
final class ByteaCodec extends TypeCodec {
  private final boolean hex;
  private final ValueBuffer scratch = new ValueBuffer(256);

  ByteaCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    hex = context.settings().hexBytea();
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    scratch.reset(0);
    values.writeBytes(row, scratch);
    if (hex) {
      out.writeByte('\\');
      out.writeByte('x');
      for (int i = 0; i < scratch.position(); i++) {
        out.writeHex(scratch.at(i));
      }
      return;
    }
    for (int i = 0; i < scratch.position(); i++) {
      int value = scratch.at(i) & 0xFF;
      if (value == '\\') {
        out.writeByte('\\');
        out.writeByte('\\');
      } else if (value < 0x20 || value > 0x7E) {
        out.writeByte('\\');
        out.writeByte('0' + (value >> 6));
        out.writeByte('0' + (value >> 3 & 7));
        out.writeByte('0' + (value & 7));
      } else {
        out.writeByte(value);
      }
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    values.writeBytes(row, out);
  }

  @Override
  Object readText(String text) {
    return text.startsWith("\\x") ? readHex(text) : readEscaped(text);
  }

  private static byte[] readHex(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 2);
    int at = 2;
    while (at < text.length()) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      int high = hexDigit(text, at);
      if (at + 1 >= text.length()) {
        throw invalid("invalid hexadecimal data: odd number of digits");
      }
      int low = hexDigit(text, at + 1);
      bytes.write(high << 4 | low);
      at += 2;
    }
    return bytes.toByteArray();
  }

  private static int hexDigit(String text, int at) {
    char c = text.charAt(at);
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      String shown = text.substring(at, text.offsetByCodePoints(at, 1));
      throw invalid("invalid hexadecimal digit: \"" + shown + "\"");
    }
    return digit;
  }

  private static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  private byte[] readEscaped(String text) {
    byte[] input = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(input.length);
    int at = 0;
    while (at < input.length) {
      if (input[at] != '\\') {
        bytes.write(input[at++]);
      } else if (at + 1 < input.length && input[at + 1] == '\\') {
        bytes.write('\\');
        at += 2;
      } else if (isOctal(input, at + 1, '3')
          && isOctal(input, at + 2, '7')
          && isOctal(input, at + 3, '7')) {
        bytes.write((input[at + 1] - '0') << 6 | (input[at + 2] - '0') << 3 | input[at + 3] - '0');
        at += 4;
      } else {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isOctal(byte[] input, int at, char highest) {
    return at < input.length && input[at] >= '0' && input[at] <= highest;
  }

  @Override
  Object readBinary(ByteBuf in) {
    byte[] bytes = new byte[in.readableBytes()];
    in.readBytes(bytes);
    return bytes;
  }
}
