package io.duckgres.gateway.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duckdb.user.DuckDBUserArray;

/**
 * What the driver binds exactly, and what it doesn't.
 *
 * <p>Exact: Boolean, Short, Integer, Long, Float, Double, String, byte[], UUID, LocalTime before
 * midnight, LocalDateTime and OffsetDateTime with microseconds (any year), BigInteger up to 128
 * bits, BigDecimal up to 38 digits, and arrays of these.
 *
 * <p>Bound as text, which the statement's own cast reads: rows and arrays of rows, BigDecimal with
 * more digits (the driver would bind NULL), LocalDate before year 1 (the driver would drop the
 * era). The decoder gives text itself for TIMETZ, INTERVAL, BIT, infinities and 24:00:00, for which
 * the driver has no class.
 */
final class ParameterBinding {
  private static final int MAX_DIGITS = 38;

  private ParameterBinding() {}

  /** The object that the driver binds as {@code value}. */
  static Object toJdbc(Object value) throws SQLException {
    if (value instanceof EngineStruct || value instanceof EngineArray list && list.hasRows()) {
      return EngineText.of(value);
    }
    if (value instanceof EngineArray array) {
      Object[] elements = new Object[array.elements().size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = toJdbc(array.elements().get(i));
      }
      return new DuckDBUserArray(array.elementType(), elements);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal(decimal);
    }
    if (value instanceof LocalDate date && date.getYear() < 1) {
      return beforeChrist(date);
    }
    if (value instanceof BigInteger integer && integer.bitLength() > 127) {
      return integer.toString();
    }
    if (value == null || isExact(value)) {
      return value;
    }
    throw new IllegalArgumentException("no binding for " + value.getClass());
  }

  private static boolean isExact(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof byte[]
        || value instanceof UUID
        || value instanceof LocalDate
        || value instanceof LocalTime
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime;
  }

  private static Object decimal(BigDecimal decimal) {
    BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    return Math.max(plain.precision(), plain.scale()) > MAX_DIGITS ? plain.toPlainString() : plain;
  }

  private static String beforeChrist(LocalDate date) {
    return String.format(
        "%04d-%02d-%02d (BC)", 1 - date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }
}
