package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic over pg_lsn.
 *
 * <p>Source: {@code src/backend/utils/adt/pg_lsn.c}.
 */
public final class LsnFunctions {
  private LsnFunctions() {}

  private static BigInteger number(String stored) {
    return new BigInteger(Long.toUnsignedString(LsnForm.parse(stored)));
  }

  /** The distance in bytes, a numeric. */
  public static String distance(String left, String right) {
    return number(left).subtract(number(right)).toString();
  }

  /**
   * @throws PgException 22003
   */
  public static String add(String stored, String bytes) {
    return moved(number(stored), new BigDecimal(bytes));
  }

  /**
   * @throws PgException 22003
   */
  public static String subtract(String stored, String bytes) {
    return moved(number(stored), new BigDecimal(bytes).negate());
  }

  private static String moved(BigInteger from, BigDecimal bytes) {
    BigInteger sum =
        new BigDecimal(from).add(bytes).setScale(0, RoundingMode.HALF_UP).unscaledValue();
    if (sum.signum() < 0 || sum.bitLength() > 64) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "pg_lsn out of range");
    }
    return LsnForm.text(sum.longValue());
  }
}
