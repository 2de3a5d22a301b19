package io.duckgres.value;

import io.duckgres.pgtype.datetime.InputSettings;
import java.util.HexFormat;
import java.util.Locale;

/**
 * pg_lsn: two hexadecimal numbers of up to 32 bits.
 *
 * <p>Source: {@code src/backend/utils/adt/pg_lsn.c}.
 */
public record LsnForm() implements ValueForm {
  @Override
  public String read(String text, InputSettings settings) {
    return text(parse(text));
  }

  /** The number of a text, without sign. */
  public static long parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !isPart(text, 0, slash) || !isPart(text, slash + 1, text.length())) {
      throw InputErrors.invalid("pg_lsn", text);
    }
    return HexFormat.fromHexDigitsToLong(text, 0, slash) << 32
        | HexFormat.fromHexDigitsToLong(text, slash + 1, text.length());
  }

  private static boolean isPart(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return to - from >= 1 && to - from <= 8;
  }

  /** The text of a number without sign. */
  public static String text(long value) {
    return (Long.toHexString(value >>> 32) + "/" + Long.toHexString(value & 0xFFFFFFFFL))
        .toUpperCase(Locale.ROOT);
  }

  @Override
  public byte[] send(String stored) {
    return new BinaryWriter().writeLong(parse(stored)).toBytes();
  }

  @Override
  public String receive(BinaryReader in) {
    long value = in.readLong();
    in.requireEnd();
    return text(value);
  }

  @Override
  public boolean hasKey() {
    return true;
  }

  @Override
  public String key(String stored) {
    return HexFormat.of().toHexDigits(parse(stored));
  }
}
