package io.duckgres.value.network;

import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.ValueForm;
import java.util.HexFormat;

/**
 * macaddr and macaddr8, stored as PostgreSQL prints them, which sorts as they do.
 *
 * <p>Source: {@code src/backend/utils/adt/mac.c}, {@code mac8.c}.
 *
 * @param bytes 6 or 8
 */
public record MacForm(int bytes) implements ValueForm {
  private static final HexFormat PRINTED = HexFormat.ofDelimiter(":");

  @Override
  public String read(String text, InputSettings settings) {
    return text(bytes == 6 ? MacText.six(text) : MacText.eight(text));
  }

  /** The stored text of an address. */
  public static String text(byte[] address) {
    return PRINTED.formatHex(address);
  }

  /** The address of a stored text. */
  public static byte[] bytes(String stored) {
    return PRINTED.parseHex(stored);
  }

  @Override
  public byte[] send(String stored) {
    return bytes(stored);
  }

  @Override
  public String receive(BinaryReader in) {
    // Six bytes are widened as EUI-48 addresses are.
    boolean widened = bytes == 8 && in.remaining() == 6;
    byte[] address = in.readEach(widened ? 6 : bytes);
    in.requireEnd();
    return text(widened ? MacText.widened(address) : address);
  }
}
