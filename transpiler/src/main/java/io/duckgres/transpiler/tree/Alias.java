package io.duckgres.transpiler.tree;

import java.util.List;

/**
 * An alias of a FROM item.
 *
 * @param name the alias; null when only columns are defined, as in {@code f() AS (a int)}
 * @param columns column aliases, empty when not given
 */
public record Alias(String name, List<String> columns) {
  public Alias {
    columns = List.copyOf(columns);
  }
}
