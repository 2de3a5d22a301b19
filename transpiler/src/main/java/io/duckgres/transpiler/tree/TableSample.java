package io.duckgres.transpiler.tree;

import java.util.List;

/**
 * TABLESAMPLE.
 *
 * @param method name of the method, schema first when given
 * @param repeatable whether the last sample argument is a REPEATABLE seed
 */
public record TableSample(List<String> method, boolean repeatable) {
  public TableSample {
    method = List.copyOf(method);
  }
}
