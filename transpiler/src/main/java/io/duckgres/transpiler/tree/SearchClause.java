package io.duckgres.transpiler.tree;

import java.util.List;

/** SEARCH DEPTH or BREADTH FIRST BY columns SET sequence. */
public record SearchClause(boolean breadthFirst, List<String> columns, String sequenceColumn) {
  public SearchClause {
    columns = List.copyOf(columns);
  }
}
