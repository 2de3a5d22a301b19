package io.duckgres.transpiler.rule;

/** What tells finite intervals from infinite ones in the engine. */
final class IntervalBounds {
  /** The least and the greatest that are taken for finite, for BETWEEN. */
  static final String FINITE = "to_months(-2147483647) AND to_months(2147483647)";

  private IntervalBounds() {}
}
