package io.duckgres.value;

import io.duckgres.pgtype.datetime.InputSettings;
import java.nio.charset.StandardCharsets;

/**
 * "char": one byte. It is stored as the character with the byte's number, zero as an empty text.
 *
 * <p>Source: {@code src/backend/utils/adt/char.c}.
 */
public record CharForm() implements ValueForm {
  private static final int HIGHEST_ASCII = 0x7F;

  @Override
  public String read(String text, InputSettings settings) {
    if (text.length() == 4
        && text.charAt(0) == '\\'
        && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '7')) {
      return of(Integer.parseInt(text.substring(1), 8) & 0xFF);
    }
    if (text.isEmpty() || text.charAt(0) <= HIGHEST_ASCII) {
      return text.isEmpty() ? "" : text.substring(0, 1);
    }
    return of(text.getBytes(StandardCharsets.UTF_8)[0] & 0xFF);
  }

  /** The stored text of a byte. */
  public static String of(int value) {
    return value == 0 ? "" : String.valueOf((char) value);
  }

  /** The byte, unsigned. */
  public static int byteOf(String stored) {
    return stored.isEmpty() ? 0 : stored.charAt(0) & 0xFF;
  }

  @Override
  public String write(String stored, InputSettings settings) {
    int value = byteOf(stored);
    // As PostgreSQL writes bytes that are no character of their own: \ooo.
    return value > HIGHEST_ASCII ? "\\" + Integer.toOctalString(value) : stored;
  }

  @Override
  public boolean isShownAsStored() {
    return false;
  }

  @Override
  public byte[] send(String stored) {
    return new byte[] {(byte) byteOf(stored)};
  }

  @Override
  public String receive(BinaryReader in) {
    int value = in.readByte();
    in.requireEnd();
    return of(value);
  }
}
