package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * {@code width_bucket} with two bounds.
 *
 * <p>Source: {@code src/backend/utils/adt/numeric.c} (width_bucket_numeric), {@code float.c}
 * (width_bucket_float8).
 */
final class WidthBucketFunctions {
  private WidthBucketFunctions() {}

  /** The bucket of operand, lower bound, upper bound and count. */
  static Integer ofNumerics(String[] parts) {
    requireCount(parts[3]);
    for (int i = 0; i < 3; i++) {
      if (parts[i].equals("NaN")) {
        throw invalid("operand, lower bound, and upper bound cannot be NaN");
      }
    }
    if (NumericFunctions.isSpecial(parts[1]) || NumericFunctions.isSpecial(parts[2])) {
      throw invalid("lower and upper bounds must be finite");
    }
    BigDecimal low = new BigDecimal(parts[1]);
    BigDecimal high = new BigDecimal(parts[2]);
    int direction = high.compareTo(low);
    if (direction == 0) {
      throw invalid("lower bound cannot equal upper bound");
    }
    int fromLow = NumericFunctions.compare(parts[0], parts[1]) * direction;
    if (fromLow < 0) {
      return 0;
    }
    BigInteger count = new BigInteger(parts[3]);
    if (NumericFunctions.compare(parts[0], parts[2]) * direction >= 0) {
      return inRange(count.add(BigInteger.ONE));
    }
    BigDecimal distance = new BigDecimal(parts[0]).subtract(low).abs();
    BigDecimal width = high.subtract(low).abs();
    return inRange(
        distance
            .multiply(new BigDecimal(count))
            .divide(width, 0, RoundingMode.DOWN)
            .toBigInteger()
            .add(BigInteger.ONE));
  }

  /** The bucket of floats, which travel as text with all their digits. */
  static Integer ofFloats(String[] parts) {
    requireCount(parts[3]);
    double operand = Double.parseDouble(FloatFunctions.spelled(parts[0]));
    double low = Double.parseDouble(FloatFunctions.spelled(parts[1]));
    double high = Double.parseDouble(FloatFunctions.spelled(parts[2]));
    if (Double.isNaN(operand) || Double.isNaN(low) || Double.isNaN(high)) {
      throw invalid("operand, lower bound, and upper bound cannot be NaN");
    }
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      throw invalid("lower and upper bounds must be finite");
    }
    if (low == high) {
      throw invalid("lower bound cannot equal upper bound");
    }
    long count = Long.parseLong(parts[3]);
    boolean ascending = low < high;
    if (ascending ? operand < low : operand > low) {
      return 0;
    }
    if (ascending ? operand >= high : operand <= high) {
      return inRange(BigInteger.valueOf(count + 1));
    }
    double share = (operand - low) / (high - low);
    if (Double.isInfinite(high - low)) {
      share = (operand / 2 - low / 2) / (high / 2 - low / 2);
    }
    // Rounding must not lead out of the last bucket.
    return inRange(BigInteger.valueOf(Math.min((long) (count * share), count - 1) + 1));
  }

  private static void requireCount(String count) {
    if (Long.parseLong(count) <= 0) {
      throw invalid("count must be greater than zero");
    }
  }

  private static Integer inRange(BigInteger bucket) {
    if (bucket.bitLength() > 31) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }
    return bucket.intValue();
  }

  private static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message);
  }
}
