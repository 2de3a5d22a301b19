package io.duckgres.json.path;

import java.util.List;

/**
 * An expression: something to begin with, then accessors, each applied to what the one before it
 * gives.
 *
 * @param steps at least one
 */
public record PathChain(List<PathStep> steps) {
  public PathChain {
    steps = List.copyOf(steps);
  }

  static PathChain of(PathStep step) {
    return new PathChain(List.of(step));
  }

  /** The first step. */
  public PathStep first() {
    return steps.get(0);
  }

  /** Whether it is a predicate without accessors. */
  boolean isPredicate() {
    return steps.size() == 1 && first().isPredicate();
  }
}
