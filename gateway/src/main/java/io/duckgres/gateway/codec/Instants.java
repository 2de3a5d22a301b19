package io.duckgres.gateway.codec;

/** How dates and timestamps are counted: here and in DuckDB from 1970, in PostgreSQL from 2000. */
final class Instants {
  static final long MICROS_PER_SECOND = 1_000_000L;
  static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

  /** DuckDB's infinities. */
  static final long INFINITY = Long.MAX_VALUE;

  static final long MINUS_INFINITY = -Long.MAX_VALUE;
  static final int DAYS_INFINITY = Integer.MAX_VALUE;
  static final int DAYS_MINUS_INFINITY = -Integer.MAX_VALUE;

  /** Days from 1970-01-01 to 2000-01-01, PostgreSQL's epoch. */
  static final int DAYS_TO_2000 = 10_957;

  static final long MICROS_TO_2000 = DAYS_TO_2000 * MICROS_PER_DAY;

  private Instants() {}
}
