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
  private static final int MAX_SCALE = 16_383;
  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  /** Scale that the typmod asks for; -1 for none. */
  private final int typmodScale;

  private final short[] groups = new short[BASE];

  NumericCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    typmodScale = typmod < 0 ? -1 : Math.max(0, Typmods.numericScale(typmod));
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (!values.isShortDecimal(row)) {
      out.writeAscii(decimal(values, row).toPlainString());
      return;
    }
    long unscaled = values.getUnscaled(row);
    int scale = values.scale();
    int shown = shownScale(values, unscaled, scale);
    if (unscaled == Long.MIN_VALUE || shown < scale && !values.isWideNumeric()) {
      out.writeAscii(decimal(values, row).toPlainString());
      return;
    }
    if (shown < scale) {
      unscaled /= POWERS[scale - shown];
      scale = shown;
    }
    if (unscaled < 0) {
      out.writeByte('-');
      unscaled = -unscaled;
    }
    if (scale > 18) {
      // All digits of a long are behind the point.
      out.writeAscii("0.");
      out.writeDigits(unscaled, scale);
    } else {
      out.writeDigits(unscaled / POWERS[scale], 1);
      if (shown > 0) {
        out.writeByte('.');
        if (scale > 0) {
          out.writeDigits(unscaled % POWERS[scale], scale);
        }
      }
    }
    for (int i = Math.max(scale, 0); i < shown; i++) {
      out.writeByte('0');
    }
  }

  /** Digits after the point: as the typmod says, or as the engine's type, or as few as needed. */
  private int shownScale(Values values, long unscaled, int scale) {
    if (typmodScale >= 0) {
      return typmodScale;
    }
    if (!values.isWideNumeric()) {
      return scale;
    }
    int shown = unscaled == 0 ? 0 : scale;
    long rest = unscaled;
    while (shown > 0 && rest % 10 == 0) {
      rest /= 10;
      shown--;
    }
    return shown;
  }

  private BigDecimal decimal(Values values, int row) {
    BigDecimal value = values.getDecimal(row);
    if (typmodScale >= 0) {
      return value.setScale(typmodScale, RoundingMode.HALF_UP);
    }
    if (values.isWideNumeric()) {
      BigDecimal stripped = value.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    BigDecimal value = decimal(values, row);
    int scale = value.scale();
    int padded = (scale + 3) / 4 * 4;
    BigInteger magnitude = value.unscaledValue().abs();
    if (padded > scale) {
      magnitude = magnitude.multiply(BigInteger.valueOf(POWERS[padded - scale]));
    }
    int count = 0;
    if (magnitude.bitLength() < 63) {
      for (long rest = magnitude.longValue(); rest != 0; rest /= BASE) {
        groups[count++] = (short) (rest % BASE);
      }
    } else {
      for (BigInteger rest = magnitude; rest.signum() != 0; ) {
        BigInteger[] parts = rest.divideAndRemainder(BIG_BASE);
        groups[count++] = parts[1].shortValue();
        rest = parts[0];
      }
    }
    int weight = count == 0 ? 0 : count - 1 - padded / 4;
    int last = 0;
    while (last < count && groups[last] == 0) {
      last++;
    }
    out.writeShort(count - last);
    out.writeShort(weight);
    out.writeShort(value.signum() < 0 ? NEGATIVE : POSITIVE);
    out.writeShort(scale);
    for (int i = count - 1; i >= last; i--) {
      out.writeShort(groups[i]);
    }
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
