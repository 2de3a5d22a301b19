package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.Typmods;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** numeric. Source: {@code src/backend/utils/adt/numeric.c} (numeric_out, numeric_send). */
final class NumericCodec extends TypeCodec {
  private static final int BASE = 10_000;
  private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
  private static final int POSITIVE = 0x0000;
  private static final int NEGATIVE = 0x4000;
  private static final int NAN = 0xC000;
  private static final int INFINITY = 0xD000;
  private static final int MINUS_INFINITY = 0xF000;
  private static final int INFINITY_SCALE = 32;
  private static final int MAX_SCALE = 16_383;

  /** Scale that the typmod asks for; -1 for none. */
  private final int typmodScale;

  private final ValueBuffer scratch = new ValueBuffer(64);

  NumericCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    typmodScale = typmod < 0 ? -1 : Math.max(0, Typmods.numericScale(typmod));
  }

  @Override
  boolean readsText() {
    return true;
  }

  /**
   * Values come as text where their scale differs from row to row, or where NaN and the infinities
   * occur: they are shown as they are, but for a scale that the typmod asks for.
   */
  private String textOf(Values values, int row) {
    scratch.reset(0);
    values.writeBytes(row, scratch);
    return scratch.toText(0);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      String text = textOf(values, row);
      BigDecimal value = typmodScale < 0 ? null : parse(text);
      out.writeAscii(value == null ? text : scaled(value).toPlainString());
      return;
    }
    if (!values.isDecimal() || isRounded(values)) {
      out.writeAscii(decimal(values, row).toPlainString());
      return;
    }
    boolean negative = values.writeMagnitude(row, digits());
    writeDigits(negative, values.scale(), shownScale(values), out);
  }

  /** Whether the typmod asks for fewer digits than the values have. */
  private boolean isRounded(Values values) {
    return typmodScale >= 0 && typmodScale < values.scale();
  }

  private ValueBuffer digits() {
    scratch.reset(0);
    return scratch;
  }

  /** Digits after the point: as the typmod says, or as the engine's type, or as few as needed. */
  private int shownScale(Values values) {
    if (typmodScale >= 0) {
      return typmodScale;
    }
    int shown = values.scale();
    if (values.isWideNumeric()) {
      int last = scratch.position();
      while (shown > 0 && (last == 0 || scratch.at(last - 1) == '0')) {
        last = Math.max(0, last - 1);
        shown--;
      }
    }
    return shown;
  }

  /** Writes the digits in {@link #scratch} with a point before the last {@code scale} of them. */
  private void writeDigits(boolean negative, int scale, int shown, ValueBuffer out) {
    int length = scratch.position();
    int whole = length - scale;
    if (negative) {
      out.writeByte('-');
    }
    if (whole <= 0) {
      out.writeByte('0');
    } else {
      out.writeBytes(scratch, 0, whole);
    }
    if (shown > 0) {
      out.writeByte('.');
      int zeros = Math.min(shown, Math.max(0, -whole));
      out.fill('0', zeros);
      int from = Math.max(0, whole);
      int count = Math.max(0, Math.min(length - from, shown - zeros));
      out.writeBytes(scratch, from, count);
      out.fill('0', shown - zeros - count);
    }
  }

  private BigDecimal decimal(Values values, int row) {
    BigDecimal value = values.getDecimal(row);
    return scaled(values.isWideNumeric() && typmodScale < 0 ? value.stripTrailingZeros() : value);
  }

  private BigDecimal scaled(BigDecimal value) {
    if (typmodScale >= 0) {
      return value.setScale(typmodScale, RoundingMode.HALF_UP);
    }
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    if (!values.isText()) {
      if (!values.isDecimal() || isRounded(values)) {
        writeBinary(decimal(values, row), out);
      } else {
        boolean negative = values.writeMagnitude(row, digits());
        writeBinary(negative, values.scale(), shownScale(values), out);
      }
      return;
    }
    String text = textOf(values, row);
    switch (text) {
      case "NaN" -> writeSpecial(NAN, out);
      case "Infinity" -> writeSpecial(INFINITY, out);
      case "-Infinity" -> writeSpecial(MINUS_INFINITY, out);
      default -> {
        BigDecimal value = parse(text);
        if (value == null) {
          throw invalidText(text);
        }
        writeBinary(scaled(value), out);
      }
    }
  }

  /** PostgreSQL takes a bit of an infinity's header for its number of decimals. */
  private static void writeSpecial(int sign, ValueBuffer out) {
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(sign);
    out.writeShort(sign == NAN ? 0 : INFINITY_SCALE);
  }

  private void writeBinary(BigDecimal value, ValueBuffer out) {
    ValueBuffer digits = digits();
    if (value.signum() != 0) {
      digits.writeAscii(value.unscaledValue().abs().toString());
    }
    writeBinary(value.signum() < 0, value.scale(), value.scale(), out);
  }

  /** Writes the digits in {@link #scratch} as groups of four, counted from the point. */
  private void writeBinary(boolean negative, int scale, int shown, ValueBuffer out) {
    int length = scratch.position();
    int whole = length - scale;
    int weight = Math.floorDiv(whole - 1, 4);
    // The position of a group's first digit; before 0 and after the end there are zeros.
    int first = whole - 4 * (weight + 1);
    int header = out.position();
    out.writeLong(0);
    int count = 0;
    int trailing = 0;
    for (int at = first; at < length; at += 4) {
      int group = 0;
      for (int i = at; i < at + 4; i++) {
        group = group * 10 + (i >= 0 && i < length ? scratch.at(i) - '0' : 0);
      }
      out.writeShort(group);
      count++;
      trailing = group == 0 ? trailing + 1 : 0;
    }
    count -= trailing;
    out.reset(out.position() - 2 * trailing);
    out.setShort(header, count);
    out.setShort(header + 2, count == 0 ? 0 : weight);
    out.setShort(header + 4, negative ? NEGATIVE : POSITIVE);
    out.setShort(header + 6, shown);
  }

  @Override
  Object readText(String text) {
    String number = trim(text);
    switch (number.toLowerCase(Locale.ROOT)) {
      case "nan" -> throw notRepresentable("NaN");
      case "infinity", "+infinity", "inf", "+inf" -> throw notRepresentable("Infinity");
      case "-infinity", "-inf" -> throw notRepresentable("-Infinity");
      default -> {
        BigDecimal value = parse(number);
        if (value == null) {
          throw invalidText(text);
        }
        return value;
      }
    }
  }

  private static BigDecimal parse(String number) {
    IntegerText.Result integer = IntegerText.parse(number);
    if (integer != null && !integer.tooLarge()) {
      return BigDecimal.valueOf(integer.value());
    }
    if (number.isEmpty() || number.indexOf('_') == 0 || number.endsWith("_")) {
      return null;
    }
    String plain = number.indexOf('_') < 0 ? number : withoutUnderscores(number);
    if (plain == null) {
      return null;
    }
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
        return null;
      }
    }
    try {
      BigDecimal value = new BigDecimal(plain);
      if (value.scale() > MAX_SCALE || value.precision() - value.scale() > 131_072) {
        throw new PgException(
            SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
      }
      return value.scale() < 0 ? value.setScale(0) : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Removes underscores that stand between digits; null when one stands elsewhere. */
  private static String withoutUnderscores(String number) {
    for (int i = 1; i + 1 < number.length(); i++) {
      if (number.charAt(i) == '_'
          && !(Character.isDigit(number.charAt(i - 1))
              && Character.isDigit(number.charAt(i + 1)))) {
        return null;
      }
    }
    return number.replace("_", "");
  }

  @Override
  Object readBinary(ByteBuf in) {
    if (in.readableBytes() < 8) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
    int count = in.readUnsignedShort();
    int weight = in.readShort();
    int sign = in.readUnsignedShort();
    int scale = in.readUnsignedShort();
    expectLength(in, count * 2);
    switch (sign) {
      case NAN -> throw notRepresentable("NaN");
      case INFINITY -> throw notRepresentable("Infinity");
      case MINUS_INFINITY -> throw notRepresentable("-Infinity");
      case POSITIVE, NEGATIVE -> {
        // The usual signs.
      }
      default -> throw invalidBinary("invalid sign in external \"numeric\" value");
    }
    if (scale > MAX_SCALE) {
      throw invalidBinary("invalid scale in external \"numeric\" value");
    }
    BigInteger unscaled = BigInteger.ZERO;
    for (int i = 0; i < count; i++) {
      int group = in.readShort();
      if (group < 0 || group >= BASE) {
        throw invalidBinary("invalid digit in external \"numeric\" value");
      }
      unscaled = unscaled.multiply(BIG_BASE).add(BigInteger.valueOf(group));
    }
    BigDecimal value =
        new BigDecimal(unscaled, (count - 1 - weight) * 4).setScale(scale, RoundingMode.DOWN);
    return sign == NEGATIVE ? value.negate() : value;
  }

  private static PgException notRepresentable(String what) {
    return PgException.notSupported(what + " as a numeric");
  }
}
