package io.duckgres.transpiler.rule;

import org.apache.calcite.sql.SqlNode;

/** Is told which rules change what. */
@FunctionalInterface
public interface RuleTrace {
  /** Listens to nothing. */
  RuleTrace NONE = (rule, before, after) -> {};

  /**
   * A rule has replaced a node.
   *
   * @param rule the rule's name
   * @param before with its children rewritten already, unless the rule comes before them
   */
  void fired(String rule, SqlNode before, SqlNode after);
}
