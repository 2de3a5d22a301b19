package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text to bytea, in hex or escape format.
 *
 * <p>Source: {@code src/backend/utils/adt/varlena.c} (byteain).
 */
public final class ByteaInput {
  private ByteaInput() {}

  /**
   * The bytes.
   *
   * @throws PgException 22P02 or 22023; without position
   */
  public static byte[] parse(String text) {
    return text.startsWith("\\x") ? hex(text) : escape(text);
  }

  private static byte[] hex(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int high = -1;
    for (int i = 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (high < 0 && Character.isWhitespace(c)) {
        continue;
      }
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE, "invalid hexadecimal digit: \"" + c + "\"");
      }
      if (high < 0) {
        high = digit;
      } else {
        bytes.write(high << 4 | digit);
        high = -1;
      }
    }
    if (high >= 0) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "invalid hexadecimal data: odd number of digits");
    }
    return bytes.toByteArray();
  }

  private static byte[] escape(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '\\') {
        bytes.write(in[i]);
      } else if (i + 1 < in.length && in[i + 1] == '\\') {
        bytes.write('\\');
        i++;
      } else if (i + 3 < in.length
          && isOctal(in[i + 1], 3)
          && isOctal(in[i + 2], 7)
          && isOctal(in[i + 3], 7)) {
        bytes.write((in[i + 1] - '0') << 6 | (in[i + 2] - '0') << 3 | (in[i + 3] - '0'));
        i += 3;
      } else {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isOctal(byte digit, int highest) {
    return digit >= '0' && digit <= '0' + highest;
  }
}
