package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.Instants;
import java.math.BigDecimal;
import org.apache.arrow.vector.FieldVector;

/**
 * The values of one Arrow vector, read as whatever a codec needs. Each kind of vector gives those
 * readings that are exact for it; the others are refused.
 */
abstract class Values {
  private final FieldVector vector;
  private final boolean nulls;

  Values(FieldVector vector) {
    this.vector = vector;
    this.nulls = vector.getNullCount() > 0;
  }

  /** Whether the value is NULL; no other method may be called for such a row. */
  boolean isNull(int row) {
    return nulls && vector.isNull(row);
  }

  /** PostgreSQL's type that shows these values when no other is asked for. */
  abstract PgType natural();

  boolean getBoolean(int row) {
    throw unreadable("boolean");
  }

  long getLong(int row) {
    throw unreadable("bigint");
  }

  double getDouble(int row) {
    throw unreadable("double precision");
  }

  float getFloat(int row) {
    return (float) getDouble(row);
  }

  /**
   * Whether these are decimal numbers: {@link #writeMagnitude} and {@link #scale} give them,
   * otherwise only {@link #getDecimal} can be asked.
   */
  boolean isDecimal() {
    return false;
  }

  /**
   * Writes the digits of a decimal number's unscaled value: none for zero, no zeros before them.
   *
   * @return whether the number is negative
   */
  boolean writeMagnitude(int row, ValueBuffer out) {
    throw unreadable("numeric");
  }

  int scale() {
    return 0;
  }

  /** Whether the scale is that of the storage of numerics without modifier, not the user's. */
  boolean isWideNumeric() {
    return false;
  }

  BigDecimal getDecimal(int row) {
    throw unreadable("numeric");
  }

  /** True when {@link #writeBytes} gives the value as text in UTF-8. */
  boolean isText() {
    return false;
  }

  /** The bytes of a text or a bytea. */
  void writeBytes(int row, ValueBuffer out) {
    throw unreadable("text");
  }

  /** Days since 1970-01-01; the least and the greatest int (but one) are the infinities. */
  int getDays(int row) {
    throw unreadable("date");
  }

  /** Microseconds since 1970-01-01; {@link Instants} knows the infinities. */
  long getMicros(int row) {
    throw unreadable("timestamp without time zone");
  }

  /** Microseconds since midnight. */
  long getTimeMicros(int row) {
    throw unreadable("time without time zone");
  }

  /** Seconds east of UTC. */
  int getOffsetSeconds(int row) {
    throw unreadable("time with time zone");
  }

  int getIntervalMonths(int row) {
    throw unreadable("interval");
  }

  int getIntervalDays(int row) {
    throw unreadable("interval");
  }

  long getIntervalMicros(int row) {
    throw unreadable("interval");
  }

  /** The upper eight bytes of a UUID. */
  long getUpper(int row) {
    throw unreadable("uuid");
  }

  /** The lower eight bytes of a UUID. */
  long getLower(int row) {
    throw unreadable("uuid");
  }

  /** Number of bits of a bit string. */
  int bitLength(int row) {
    throw unreadable("bit");
  }

  boolean getBit(int row, int bit) {
    throw unreadable("bit");
  }

  /** The elements of all lists, in one run; null when these are no lists. */
  Values elements() {
    return null;
  }

  int listStart(int row) {
    throw unreadable("array");
  }

  int listEnd(int row) {
    throw unreadable("array");
  }

  /** The fields of structs; empty for anything else. */
  Values[] fields() {
    return new Values[0];
  }

  String fieldName(int field) {
    return vector.getField().getChildren().get(field).getName();
  }

  private PgException unreadable(String wanted) {
    return new PgException(
        SqlState.DATATYPE_MISMATCH,
        "the engine's type " + vector.getField().getType() + " can't be shown as " + wanted);
  }
}
