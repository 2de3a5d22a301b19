package io.duckgres.gateway.copy;

import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.gateway.engine.EngineText;
import io.duckgres.gateway.engine.RowSink;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * How a column's values travel into the engine: of which type, and what makes them the column's
 * values again there.
 *
 * @param engineType of the vector
 * @param sql an expression; {@code ?} stands for the vector's value
 * @param scale digits after the point of a decimal
 * @param dimensions of the arrays of the column
 */
record Carrier(Kind kind, String engineType, String sql, int scale, int dimensions) {
  /** What is put into the vector. */
  enum Kind {
    BOOLEAN,
    SHORT,
    INTEGER,
    LONG,
    FLOAT,
    DOUBLE,
    DECIMAL,
    TEXT,
    DATE,
    TIMESTAMP,
    BYTES,
    /** The text that the engine casts to the type. */
    LITERAL
  }

  private static final int PLUS_INFINITY_DAYS = Integer.MAX_VALUE;
  private static final int MINUS_INFINITY_DAYS = -Integer.MAX_VALUE;

  private static final String DATE_SQL =
      "CASE ? WHEN 2147483647 THEN DATE 'infinity' WHEN -2147483647 THEN DATE '-infinity'"
          + " ELSE DATE '1970-01-01' + ? END";

  private static String timestampSql(String type, String function) {
    return "CASE ? WHEN 9223372036854775807 THEN CAST('infinity' AS "
        + type
        + ") WHEN -9223372036854775807 THEN CAST('-infinity' AS "
        + type
        + ") ELSE "
        + function
        + "(?) END";
  }

  /**
   * The carrier of a column.
   *
   * @param type its type, domains resolved; null when only the engine knows it
   */
  static Carrier of(Attribute column, PgType type) {
    if (type == null) {
      return literal(column);
    }
    if (type.equals(PgTypes.BOOL)) {
      return plain(Kind.BOOLEAN, "BOOLEAN");
    }
    if (type.equals(PgTypes.INT2)) {
      return plain(Kind.SHORT, "SMALLINT");
    }
    if (type.equals(PgTypes.INT4)) {
      return plain(Kind.INTEGER, "INTEGER");
    }
    if (type.equals(PgTypes.INT8)) {
      return plain(Kind.LONG, "BIGINT");
    }
    if (type.equals(PgTypes.FLOAT4)) {
      return plain(Kind.FLOAT, "FLOAT");
    }
    if (type.equals(PgTypes.FLOAT8)) {
      return plain(Kind.DOUBLE, "DOUBLE");
    }
    if (type.equals(PgTypes.DATE)) {
      return new Carrier(Kind.DATE, "INTEGER", DATE_SQL, 0, 1);
    }
    if (type.equals(PgTypes.TIMESTAMP)) {
      return new Carrier(
          Kind.TIMESTAMP, "BIGINT", timestampSql("TIMESTAMP", "make_timestamp"), 0, 1);
    }
    if (type.equals(PgTypes.TIMESTAMPTZ)) {
      return new Carrier(
          Kind.TIMESTAMP, "BIGINT", timestampSql("TIMESTAMPTZ", "make_timestamptz"), 0, 1);
    }
    if (type.equals(PgTypes.BYTEA)) {
      return new Carrier(Kind.BYTES, "VARCHAR", "from_hex(?)", 0, 1);
    }
    if (column.engineType().equals("VARCHAR")) {
      return plain(Kind.TEXT, "VARCHAR");
    }
    if (type.equals(PgTypes.NUMERIC) && column.engineType().startsWith("DECIMAL(")) {
      String digits = column.engineType();
      int scale =
          Integer.parseInt(digits.substring(digits.indexOf(',') + 1, digits.length() - 1).trim());
      return new Carrier(Kind.DECIMAL, digits, "?", scale, 1);
    }
    return literal(column);
  }

  private static Carrier plain(Kind kind, String engineType) {
    return new Carrier(kind, engineType, "?", 0, 1);
  }

  private static Carrier literal(Attribute column) {
    return new Carrier(
        Kind.LITERAL, "VARCHAR", "CAST(? AS " + column.engineType() + ")", 0, column.levels());
  }

  /** The expression over a column of the source. */
  String sql(String column) {
    return sql.replace("?", column);
  }

  /** Puts a value, as the codecs read it, into the vector. */
  void put(Object value, RowSink sink, int column, int row) {
    switch (kind) {
      case BOOLEAN -> sink.setBoolean(column, row, (Boolean) value);
      case SHORT -> sink.setShort(column, row, ((Number) value).shortValue());
      case INTEGER -> sink.setInt(column, row, ((Number) value).intValue());
      case LONG -> sink.setLong(column, row, ((Number) value).longValue());
      case FLOAT -> sink.setFloat(column, row, ((Number) value).floatValue());
      case DOUBLE -> sink.setDouble(column, row, ((Number) value).doubleValue());
      case DECIMAL -> sink.setDecimal(column, row, decimal((BigDecimal) value));
      case TEXT -> sink.setString(column, row, (String) value);
      case DATE -> sink.setInt(column, row, days(value));
      case TIMESTAMP -> sink.setLong(column, row, micros(value));
      case BYTES -> sink.setString(column, row, HexFormat.of().formatHex((byte[]) value));
      default -> sink.setString(column, row, EngineText.of(checked(value)));
    }
  }

  /** The engine's lists are as deep as the column was declared. */
  private Object checked(Object value) {
    if (value instanceof EngineArray array) {
      array.requireDimensions(dimensions);
    }
    return value;
  }

  private BigDecimal decimal(BigDecimal value) {
    BigDecimal rounded =
        value.scale() == scale ? value : value.setScale(scale, RoundingMode.HALF_UP);
    EngineText.checkDigits(rounded, engineType);
    return rounded;
  }

  private static int days(Object value) {
    if (value instanceof LocalDate date) {
      return Math.toIntExact(date.toEpochDay());
    }
    return value.toString().startsWith("-") ? MINUS_INFINITY_DAYS : PLUS_INFINITY_DAYS;
  }

  private static long micros(Object value) {
    if (value instanceof LocalDateTime timestamp) {
      return micros(timestamp.toEpochSecond(ZoneOffset.UTC), timestamp.getNano());
    }
    if (value instanceof OffsetDateTime timestamp) {
      return micros(timestamp.toEpochSecond(), timestamp.getNano());
    }
    return value.toString().startsWith("-") ? -Long.MAX_VALUE : Long.MAX_VALUE;
  }

  private static long micros(long seconds, int nanos) {
    return Math.addExact(Math.multiplyExact(seconds, 1_000_000L), nanos / 1000);
  }
}
