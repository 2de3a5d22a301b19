package io.duckgres.transpiler.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which relations a definition changes, as far as its records tell: what is known of other
 * relations stays valid. Not thread-safe.
 */
public final class RelationChanges {
  private final Set<List<String>> names = new LinkedHashSet<>();
  private boolean unknown;

  /**
   * A relation is created, changed or dropped.
   *
   * @param name also that of an index or a sequence
   */
  public void changed(String schema, String name) {
    names.add(List.of(schema, name));
  }

  /** Something else changes, or one can't tell what. */
  public void unknown() {
    unknown = true;
  }

  /** Schema and name of each; empty when it is not known what changes. */
  public List<List<String>> names() {
    return unknown ? List.of() : new ArrayList<>(names);
  }
}
