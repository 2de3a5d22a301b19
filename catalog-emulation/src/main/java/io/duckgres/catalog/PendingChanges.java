package io.duckgres.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What definitions have changed since the kept tables were last brought up to date. */
final class PendingChanges {
  /** With more relations than these it takes less time to read everything anew. */
  private static final int FEW = 24;

  private final Set<List<String>> relations = new LinkedHashSet<>();
  private boolean everything;

  /**
   * Adds changes.
   *
   * @param changed schema and name of each relation, empty when anything may have changed
   */
  void add(Collection<List<String>> changed) {
    if (changed.isEmpty()) {
      everything = true;
    }
    relations.addAll(changed);
    if (relations.size() > FEW) {
      everything = true;
    }
    if (everything) {
      relations.clear();
    }
  }

  boolean isEmpty() {
    return !everything && relations.isEmpty();
  }

  /** Schema and name of each relation; empty when anything may have changed. */
  List<List<String>> relations() {
    return new ArrayList<>(relations);
  }

  void clear() {
    relations.clear();
    everything = false;
  }
}
