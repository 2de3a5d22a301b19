package io.duckgres.value;

import io.duckgres.pgtype.datetime.InputSettings;
import java.util.HexFormat;

/**
 * tid: a block and a place in it.
 *
 * <p>Source: {@code src/backend/utils/adt/tid.c}.
 */
public record TidForm() implements ValueForm {
  private static final long MAX_BLOCK = 0xFFFFFFFFL;
  private static final long MAX_OFFSET = 0xFFFF;

  @Override
  public String read(String text, InputSettings settings) {
    int open = text.indexOf('(');
    int comma = text.indexOf(',', open + 1);
    int close = text.indexOf(')', comma + 1);
    if (open < 0 || comma < 0 || close < 0) {
      throw InputErrors.invalid("tid", text);
    }
    long block = number(text, open + 1, comma, MAX_BLOCK);
    return text(block, number(text, comma + 1, close, MAX_OFFSET));
  }

  private static long number(String text, int from, int to, long limit) {
    String digits = text.substring(from, to).stripLeading();
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      if (!Characters.isDigit(digits.charAt(i))) {
        throw InputErrors.invalid("tid", text);
      }
      value = value * 10 + digits.charAt(i) - '0';
      if (value > limit) {
        throw InputErrors.invalid("tid", text);
      }
    }
    if (digits.isEmpty()) {
      throw InputErrors.invalid("tid", text);
    }
    return value;
  }

  private static String text(long block, long offset) {
    return "(" + block + "," + offset + ")";
  }

  private static long part(String stored, int index) {
    return Long.parseLong(stored.substring(1, stored.length() - 1).split(",")[index]);
  }

  @Override
  public byte[] send(String stored) {
    return new BinaryWriter()
        .writeInt((int) part(stored, 0))
        .writeShort((int) part(stored, 1))
        .toBytes();
  }

  @Override
  public String receive(BinaryReader in) {
    long block = in.readInt() & MAX_BLOCK;
    int offset = in.readShort();
    in.requireEnd();
    return text(block, offset);
  }

  @Override
  public boolean hasKey() {
    return true;
  }

  @Override
  public String key(String stored) {
    return HexFormat.of().toHexDigits(part(stored, 0) << 16 | part(stored, 1));
  }
}
