package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.netty.buffer.ByteBuf;
import java.util.Locale;

/** bool. Source: {@code src/backend/utils/adt/bool.c}. */
final class BoolCodec extends TypeCodec {
  private static final String[] TRUE = {"true", "yes", "on", "1"};
  private static final String[] FALSE = {"false", "no", "off", "0"};

  BoolCodec(PgType type, int typmod, CodecContext context) {
    super(type);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    out.writeByte(values.getBoolean(row) ? 't' : 'f');
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeByte(values.getBoolean(row) ? 1 : 0);
  }

  /** Any prefix of a word will do that is a prefix of no word of the other list. */
  @Override
  Object readText(String text) {
    String word = trim(text).toLowerCase(Locale.ROOT);
    if (!word.isEmpty() && !word.equals("o")) {
      if (isPrefix(word, TRUE)) {
        return Boolean.TRUE;
      }
      if (isPrefix(word, FALSE)) {
        return Boolean.FALSE;
      }
    }
    throw invalidText(text);
  }

  private static boolean isPrefix(String word, String[] of) {
    for (String candidate : of) {
      if (candidate.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 1);
    return in.readByte() != 0;
  }
}
