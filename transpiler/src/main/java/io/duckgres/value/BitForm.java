package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;

/**
 * bit and bit varying, stored as zeros and ones, which sort as bit strings do. Lengths are not this
 * form's business.
 *
 * <p>Source: {@code src/backend/utils/adt/varbit.c}.
 */
public record BitForm() implements ValueForm {
  @Override
  public String read(String text, InputSettings settings) {
    return bits(text);
  }

  /** The bits of a text, which may begin with {@code b} or {@code x}. */
  public static String bits(String text) {
    char prefix = text.isEmpty() ? '\0' : text.charAt(0);
    boolean hexadecimal = prefix == 'x' || prefix == 'X';
    String digits = hexadecimal || prefix == 'b' || prefix == 'B' ? text.substring(1) : text;
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, hexadecimal ? 16 : 2) : -1;
      if (digit < 0) {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION,
            "\""
                + digits.substring(i, digits.offsetByCodePoints(i, 1))
                + "\" is not a valid "
                + (hexadecimal ? "hexadecimal" : "binary")
                + " digit");
      }
      for (int bit = hexadecimal ? 3 : 0; bit >= 0; bit--) {
        bits.append((char) ('0' + (digit >> bit & 1)));
      }
    }
    return bits.toString();
  }

  @Override
  public byte[] send(String stored) {
    BinaryWriter out = new BinaryWriter().writeInt(stored.length());
    for (int start = 0; start < stored.length(); start += 8) {
      int bits = 0;
      for (int i = start; i < Math.min(start + 8, stored.length()); i++) {
        bits |= stored.charAt(i) == '1' ? 0x80 >> (i - start) : 0;
      }
      out.writeByte(bits);
    }
    return out.toBytes();
  }

  @Override
  public String receive(BinaryReader in) {
    int length = in.readInt();
    if (length < 0) {
      throw InputErrors.invalidBinary("invalid length in external bit string");
    }
    byte[] bytes = in.readBytes((length + 7) / 8);
    in.requireEnd();
    StringBuilder bits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      bits.append((char) ('0' + (bytes[i / 8] >> (7 - i % 8) & 1)));
    }
    return bits.toString();
  }
}
