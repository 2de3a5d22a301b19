package io.duckgres.compat.bench;

/**
 * What one case measures, as it stands in the table.
 *
 * @param group what it belongs to
 * @param name what is done
 * @param unit of its figure
 * @param better which figures are better
 */
record Measure(String group, String name, String unit, Better better) {
  enum Better {
    LOWER,
    HIGHER
  }

  /** A duration in milliseconds: the median of many. */
  static Measure milliseconds(String group, String name) {
    return new Measure(group, name, "ms", Better.LOWER);
  }

  /** How many a second. */
  static Measure perSecond(String group, String name, String what) {
    return new Measure(group, name, what + "/s", Better.HIGHER);
  }

  /** How many times better one figure is than another; below 1 when it is worse. */
  double factor(double figure, double than) {
    return better == Better.LOWER ? than / figure : figure / than;
  }
}
