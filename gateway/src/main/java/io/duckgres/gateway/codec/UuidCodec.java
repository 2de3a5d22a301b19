package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.netty.buffer.ByteBuf;
import java.util.UUID;

/** uuid. Source: {@code src/backend/utils/adt/uuid.c}. */
final class UuidCodec extends TypeCodec {
  private static final int DIGITS = 32;
  private final ValueBuffer scratch = new ValueBuffer(64);

  UuidCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      values.writeBytes(row, out);
      return;
    }
    long upper = values.getUpper(row);
    long lower = values.getLower(row);
    writeHex(upper >>> 32, 4, out);
    out.writeByte('-');
    writeHex(upper >>> 16, 2, out);
    out.writeByte('-');
    writeHex(upper, 2, out);
    out.writeByte('-');
    writeHex(lower >>> 48, 2, out);
    out.writeByte('-');
    writeHex(lower, 6, out);
  }

  private static void writeHex(long value, int bytes, ValueBuffer out) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.writeHex((int) (value >>> (8 * i)));
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      scratch.reset(0);
      values.writeBytes(row, scratch);
      UUID value = (UUID) readText(scratch.toText(0));
      out.writeLong(value.getMostSignificantBits());
      out.writeLong(value.getLeastSignificantBits());
      return;
    }
    out.writeLong(values.getUpper(row));
    out.writeLong(values.getLower(row));
  }

  /** 32 hexadecimal digits, a hyphen after any group of four, braces around it all. */
  @Override
  Object readText(String text) {
    String inner = text;
    if (text.startsWith("{")) {
      if (!text.endsWith("}")) {
        throw invalidText(text);
      }
      inner = text.substring(1, text.length() - 1);
    }
    long upper = 0;
    long lower = 0;
    int digits = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '-'
          && digits > 0
          && digits % 4 == 0
          && digits < DIGITS
          && inner.charAt(i - 1) != '-') {
        continue;
      }
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0 || digits == DIGITS) {
        throw invalidText(text);
      }
      if (digits < DIGITS / 2) {
        upper = upper << 4 | digit;
      } else {
        lower = lower << 4 | digit;
      }
      digits++;
    }
    if (digits != DIGITS) {
      throw invalidText(text);
    }
    return new UUID(upper, lower);
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 16);
    return new UUID(in.readLong(), in.readLong());
  }
}
