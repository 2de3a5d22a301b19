package io.duckgres.transpiler.tree;

import java.util.List;

/**
 * SEARCH DEPTH or BREADTH FIRST BY columns SET sequence.
 *
 * @param start 0-based offset of the clause
 */
public record SearchClause(
    boolean breadthFirst, List<String> columns, String sequenceColumn, int start) {
  public SearchClause {
    columns = List.copyOf(columns);
  }
}
