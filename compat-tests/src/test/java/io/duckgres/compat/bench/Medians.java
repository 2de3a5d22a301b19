package io.duckgres.compat.bench;

import java.util.List;

/** Percentiles of samples. */
final class Medians {
  private Medians() {}

  static double of(List<Double> samples) {
    List<Double> sorted = samples.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
