package io.duckgres.compat.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What was measured of each target, round after round. */
final class Figures {
  private final Map<Measure, Map<String, List<Double>>> figures = new LinkedHashMap<>();

  void add(String target, Measure measure, double figure) {
    figures
        .computeIfAbsent(measure, key -> new LinkedHashMap<>())
        .computeIfAbsent(target, key -> new ArrayList<>())
        .add(figure);
  }

  /** What was measured, in the order of the first time. */
  Set<Measure> measures() {
    return figures.keySet();
  }

  /** The median of a target's rounds; empty when it was not measured. */
  OptionalDouble median(String target, Measure measure) {
    List<Double> rounds = figures.get(measure).getOrDefault(target, List.of());
    return rounds.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(rounds));
  }
}
