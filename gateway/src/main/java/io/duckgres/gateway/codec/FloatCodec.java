package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.regex.Pattern;

/** float4 and float8. Source: {@code src/backend/utils/adt/float.c}. */
final class FloatCodec extends TypeCodec {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  /** Hexadecimal, as C's strtod() reads it. */
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP][+-]?\\d+)?");

  private final FloatText text;
  private final boolean single;

  FloatCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    text = new FloatText(context.settings().extraFloatDigits());
    single = type.equals(PgTypes.FLOAT4);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (single) {
      text.write(values.getFloat(row), out);
    } else {
      text.write(values.getDouble(row), out);
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    if (single) {
      out.writeInt(Float.floatToRawIntBits(values.getFloat(row)));
    } else {
      out.writeLong(Double.doubleToRawLongBits(values.getDouble(row)));
    }
  }

  @Override
  Object readText(String input) {
    String number = trim(input);
    if (HEXADECIMAL.matcher(number).matches()) {
      number = number.indexOf('p') < 0 && number.indexOf('P') < 0 ? number + "p0" : number;
      return single ? (Object) Float.parseFloat(number) : (Object) Double.parseDouble(number);
    }
    Double special = special(number);
    if (special == null && !NUMBER.matcher(number).matches()) {
      throw invalidText(input);
    }
    if (single) {
      float value = special == null ? Float.parseFloat(number) : special.floatValue();
      checkRange(special == null, value, number);
      return value;
    }
    double value = special == null ? Double.parseDouble(number) : special;
    checkRange(special == null, value, number);
    return value;
  }

  private static Double special(String text) {
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return switch (unsigned.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.valueOf(Double.NaN);
      case "inf", "infinity" ->
          Double.valueOf(
              text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      default -> null;
    };
  }

  /** A finite text that becomes infinite, or zero though it has a digit above zero. */
  private void checkRange(boolean finite, double value, String text) {
    boolean tooSmall = value == 0 && hasNonZeroDigit(text);
    if (finite && (Double.isInfinite(value) || tooSmall)) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "\"" + text + "\" is out of range for type " + TypeNames.format(type()));
    }
  }

  private static boolean hasNonZeroDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return false;
      }
      if (c >= '1' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, single ? 4 : 8);
    return single ? (Object) in.readFloat() : (Object) in.readDouble();
  }
}
