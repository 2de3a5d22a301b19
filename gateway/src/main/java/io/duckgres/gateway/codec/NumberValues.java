package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;

/** Numbers and booleans. */
final class NumberValues {
  private NumberValues() {}

  /** BOOLEAN, one bit a value. */
  static final class Bits extends Values {
    private final BitVector vector;

    Bits(BitVector vector) {
      super(vector);
      this.vector = vector;
    }

    @Override
    PgType natural() {
      return PgTypes.BOOL;
    }

    @Override
    boolean getBoolean(int row) {
      return vector.get(row) != 0;
    }

    @Override
    long getLong(int row) {
      return vector.get(row);
    }
  }

  /** BOOLEAN, one byte a value. */
  static final class ByteBooleans extends Values {
    private final ArrowBuf data;

    ByteBooleans(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.BOOL;
    }

    @Override
    boolean getBoolean(int row) {
      return data.getByte(row) != 0;
    }

    @Override
    long getLong(int row) {
      return data.getByte(row);
    }
  }

  /** Integers of up to 64 bits. */
  static final class Integers extends Values {
    private final ArrowBuf data;
    private final int width;
    private final boolean unsigned;
    private final WideDigits digits = new WideDigits();

    Integers(FieldVector vector, int width, boolean unsigned) {
      super(vector);
      data = vector.getDataBuffer();
      this.width = width;
      this.unsigned = unsigned;
    }

    @Override
    PgType natural() {
      return switch (width) {
        case 1 -> PgTypes.INT2;
        case 2 -> unsigned ? PgTypes.INT4 : PgTypes.INT2;
        case 4 -> unsigned ? PgTypes.INT8 : PgTypes.INT4;
        default -> unsigned ? PgTypes.NUMERIC : PgTypes.INT8;
      };
    }

    @Override
    long getLong(int row) {
      return switch (width) {
        case 1 -> unsigned ? data.getByte(row) & 0xFFL : data.getByte(row);
        case 2 -> unsigned ? data.getShort(row * 2L) & 0xFFFFL : data.getShort(row * 2L);
        case 4 -> unsigned ? data.getInt(row * 4L) & 0xFFFFFFFFL : data.getInt(row * 4L);
        default -> data.getLong(row * 8L);
      };
    }

    @Override
    boolean getBoolean(int row) {
      return getLong(row) != 0;
    }

    /** Whether the number has 64 bits and no sign, so that a long shows it as negative. */
    private boolean isHuge(long value) {
      return unsigned && width == 8 && value < 0;
    }

    @Override
    double getDouble(int row) {
      long value = getLong(row);
      return isHuge(value) ? getDecimal(row).doubleValue() : value;
    }

    @Override
    boolean isDecimal() {
      return true;
    }

    @Override
    boolean writeMagnitude(int row, ValueBuffer out) {
      long value = getLong(row);
      boolean negative = value < 0 && !isHuge(value);
      digits.write(negative ? -value : value, 0, out);
      return negative;
    }

    @Override
    BigDecimal getDecimal(int row) {
      return new BigDecimal(
          unsigned ? Long.toUnsignedString(getLong(row)) : Long.toString(getLong(row)));
    }
  }

  /** FLOAT. */
  static final class Floats extends Values {
    private final ArrowBuf data;

    Floats(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.FLOAT4;
    }

    @Override
    float getFloat(int row) {
      return data.getFloat(row * 4L);
    }

    @Override
    double getDouble(int row) {
      return getFloat(row);
    }

    @Override
    BigDecimal getDecimal(int row) {
      return new BigDecimal(FloatText.shortest(getFloat(row)));
    }
  }

  /** DOUBLE. */
  static final class Doubles extends Values {
    private final ArrowBuf data;

    Doubles(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.FLOAT8;
    }

    @Override
    double getDouble(int row) {
      return data.getDouble(row * 8L);
    }

    @Override
    BigDecimal getDecimal(int row) {
      return new BigDecimal(FloatText.shortest(getDouble(row)));
    }
  }

  /** DECIMAL: 128 bits, little endian. */
  static final class Decimals extends Values {
    private static final int WIDE_PRECISION = 38;
    private static final int WIDE_SCALE = 18;
    private final DecimalVector vector;
    private final ArrowBuf data;
    private final int scale;
    private final WideDigits digits = new WideDigits();

    Decimals(DecimalVector vector) {
      super(vector);
      this.vector = vector;
      data = vector.getDataBuffer();
      scale = vector.getScale();
    }

    @Override
    PgType natural() {
      return PgTypes.NUMERIC;
    }

    @Override
    boolean isDecimal() {
      return true;
    }

    @Override
    boolean writeMagnitude(int row, ValueBuffer out) {
      return digits.write(data.getLong(row * 16L), data.getLong(row * 16L + 8), false, out);
    }

    @Override
    int scale() {
      return scale;
    }

    @Override
    boolean isWideNumeric() {
      return scale == WIDE_SCALE && vector.getPrecision() == WIDE_PRECISION;
    }

    @Override
    BigDecimal getDecimal(int row) {
      return new BigDecimal(integer(data, row, false), scale);
    }

    /** A number with a fraction is rounded as PostgreSQL casts it: half away from zero. */
    @Override
    long getLong(int row) {
      return getDecimal(row).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    @Override
    double getDouble(int row) {
      return getDecimal(row).doubleValue();
    }
  }

  /** HUGEINT and UHUGEINT: 128 bits, little endian. */
  static final class HugeIntegers extends Values {
    private final ArrowBuf data;
    private final boolean unsigned;
    private final WideDigits digits = new WideDigits();

    HugeIntegers(FieldVector vector, boolean unsigned) {
      super(vector);
      data = vector.getDataBuffer();
      this.unsigned = unsigned;
    }

    @Override
    PgType natural() {
      return PgTypes.NUMERIC;
    }

    @Override
    boolean isDecimal() {
      return true;
    }

    @Override
    boolean writeMagnitude(int row, ValueBuffer out) {
      return digits.write(data.getLong(row * 16L), data.getLong(row * 16L + 8), unsigned, out);
    }

    @Override
    BigDecimal getDecimal(int row) {
      return new BigDecimal(integer(data, row, unsigned));
    }

    @Override
    long getLong(int row) {
      return getDecimal(row).longValueExact();
    }

    @Override
    double getDouble(int row) {
      return getDecimal(row).doubleValue();
    }
  }

  /** The 128-bit integer of a row. */
  private static BigInteger integer(ArrowBuf data, int row, boolean unsigned) {
    byte[] bytes = new byte[17];
    for (int i = 0; i < 16; i++) {
      bytes[16 - i] = data.getByte(row * 16L + i);
    }
    bytes[0] = unsigned || bytes[1] >= 0 ? 0 : (byte) -1;
    return new BigInteger(bytes);
  }
}
