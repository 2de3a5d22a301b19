package io.duckgres.value;

import io.duckgres.transpiler.input.NumberInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A numeric with its number of decimals, or one of the three that are no numbers.
 *
 * <p>Source: {@code src/backend/utils/adt/numeric.c} (numeric_send, numeric_recv).
 *
 * @param number null unless finite
 */
public record NumericValue(Kind kind, BigDecimal number) implements Comparable<NumericValue> {
  /** In PostgreSQL's order. */
  public enum Kind {
    MINUS_INFINITY("-Infinity", 0xF000),
    FINITE("", 0),
    INFINITY("Infinity", 0xD000),
    NAN("NaN", 0xC000);

    private final String text;
    private final int sign;

    Kind(String text, int sign) {
      this.text = text;
      this.sign = sign;
    }
  }

  private static final int NEGATIVE = 0x4000;
  private static final BigInteger BASE = BigInteger.valueOf(10_000);

  /** A finite number. */
  public static NumericValue of(BigDecimal number) {
    return new NumericValue(Kind.FINITE, number.scale() < 0 ? number.setScale(0) : number);
  }

  /**
   * What the input function reads.
   *
   * @throws io.duckgres.pgtype.PgException 22P02
   */
  public static NumericValue read(String text) {
    String plain = NumberInput.numeric(text);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.FINITE && kind.text.equalsIgnoreCase(plain)) {
        return new NumericValue(kind, null);
      }
    }
    return of(new BigDecimal(plain));
  }

  @Override
  public int compareTo(NumericValue other) {
    return kind == Kind.FINITE && other.kind == Kind.FINITE
        ? number.compareTo(other.number)
        : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return kind == Kind.FINITE ? number.toPlainString() : kind.text;
  }

  /** The binary format: groups of four digits, aligned at the point. */
  public byte[] send() {
    BinaryWriter out = new BinaryWriter();
    if (kind != Kind.FINITE) {
      return out.writeShort(0).writeShort(0).writeShort(kind.sign).writeShort(0).toBytes();
    }
    int groups = (number.scale() + 3) / 4;
    BigInteger rest = number.setScale(groups * 4).unscaledValue().abs();
    List<Integer> digits = new ArrayList<>();
    for (; rest.signum() > 0; rest = rest.divide(BASE)) {
      digits.add(0, rest.mod(BASE).intValue());
    }
    int weight = digits.size() - groups - 1;
    while (!digits.isEmpty() && digits.get(digits.size() - 1) == 0) {
      digits.remove(digits.size() - 1);
    }
    out.writeShort(digits.size());
    out.writeShort(digits.isEmpty() ? 0 : weight);
    out.writeShort(number.signum() < 0 ? NEGATIVE : 0);
    out.writeShort(number.scale());
    digits.forEach(out::writeShort);
    return out.toBytes();
  }

  /**
   * Reads the binary format.
   *
   * @throws io.duckgres.pgtype.PgException 22P03
   */
  public static NumericValue receive(BinaryReader in) {
    int count = in.readShort();
    int weight = (short) in.readShort();
    int sign = in.readShort();
    int scale = in.readShort();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.FINITE && kind.sign == sign) {
        return new NumericValue(kind, null);
      }
    }
    if (sign != 0 && sign != NEGATIVE) {
      throw InputErrors.invalidBinary("invalid sign in external \"numeric\" value");
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < count; i++) {
      int digit = in.readShort();
      if (digit >= 10_000) {
        throw InputErrors.invalidBinary("invalid digit in external \"numeric\" value");
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    BigDecimal number = new BigDecimal(value).scaleByPowerOfTen(4 * (weight - count + 1));
    number = number.setScale(scale, java.math.RoundingMode.DOWN);
    return of(sign == NEGATIVE ? number.negate() : number);
  }
}
