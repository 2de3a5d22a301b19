package io.duckgres.gateway.engine;

import java.math.BigDecimal;

/** Where a {@link RowSource} puts its values, each by the method of its column's type. */
public interface RowSink {
  /** Any type. */
  void setNull(int column, int row);

  /** {@code BOOLEAN}. */
  void setBoolean(int column, int row, boolean value);

  /** {@code SMALLINT}. */
  void setShort(int column, int row, short value);

  /** {@code INTEGER}. */
  void setInt(int column, int row, int value);

  /** {@code BIGINT}. */
  void setLong(int column, int row, long value);

  /** {@code FLOAT}. */
  void setFloat(int column, int row, float value);

  /** {@code DOUBLE}. */
  void setDouble(int column, int row, double value);

  /** {@code DECIMAL}; the value has the column's scale and no more digits than it. */
  void setDecimal(int column, int row, BigDecimal value);

  /** {@code VARCHAR}. */
  void setString(int column, int row, String value);
}
