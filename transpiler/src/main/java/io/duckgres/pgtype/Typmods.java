package io.duckgres.pgtype;

/**
 * How PostgreSQL packs a type's modifier into one int ({@code atttypmod}); -1 means none.
 *
 * <p>Sources: {@code src/backend/utils/adt/numeric.c} (make_numeric_typmod), {@code varchar.c},
 * {@code timestamp.c} (intervaltypmodin).
 */
public final class Typmods {
  /** No modifier. */
  public static final int NONE = -1;

  private static final int HEADER = 4;
  private static final int FULL_INTERVAL_RANGE = 0x7FFF;
  private static final int FULL_INTERVAL_PRECISION = 0xFFFF;

  private Typmods() {}

  /** The typmod of {@code numeric(precision, scale)}; scale may be -1000 to 1000. */
  public static int numeric(int precision, int scale) {
    return ((precision << 16) | (scale & 0x7FF)) + HEADER;
  }

  /** Digits in all of a numeric typmod. */
  public static int numericPrecision(int typmod) {
    return ((typmod - HEADER) >> 16) & 0xFFFF;
  }

  /** Digits after the point of a numeric typmod; may be negative. */
  public static int numericScale(int typmod) {
    return (((typmod - HEADER) & 0x7FF) ^ 1024) - 1024;
  }

  /** The typmod of {@code varchar(n)} and {@code char(n)}. */
  public static int characters(int length) {
    return length + HEADER;
  }

  /** The n of a {@code varchar(n)} or {@code char(n)} typmod. */
  public static int characterLength(int typmod) {
    return typmod - HEADER;
  }

  /** The typmod of {@code interval(precision)} without a field restriction. */
  public static int intervalPrecision(int precision) {
    return (FULL_INTERVAL_RANGE << 16) | precision;
  }

  /**
   * The typmod of an interval restricted to fields.
   *
   * @param range bits of the fields as {@code INTERVAL_MASK} sets them
   * @param precision digits of the seconds, or -1 for all
   */
  public static int interval(int range, int precision) {
    return (range << 16) | (precision < 0 ? FULL_INTERVAL_PRECISION : precision);
  }
}
