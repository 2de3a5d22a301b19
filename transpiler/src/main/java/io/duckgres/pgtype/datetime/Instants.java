package io.duckgres.pgtype.datetime;

/** How dates and timestamps are counted: here and in DuckDB from 1970, in PostgreSQL from 2000. */
public final class Instants {
  public static final long MICROS_PER_SECOND = 1_000_000L;
  public static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

  /** DuckDB's infinities. */
  public static final long INFINITY = Long.MAX_VALUE;

  public static final long MINUS_INFINITY = -Long.MAX_VALUE;
  public static final int DAYS_INFINITY = Integer.MAX_VALUE;
  public static final int DAYS_MINUS_INFINITY = -Integer.MAX_VALUE;

  /** Days from 1970-01-01 to 2000-01-01, PostgreSQL's epoch. */
  public static final int DAYS_TO_2000 = 10_957;

  public static final long MICROS_TO_2000 = DAYS_TO_2000 * MICROS_PER_DAY;

  private Instants() {}
}
