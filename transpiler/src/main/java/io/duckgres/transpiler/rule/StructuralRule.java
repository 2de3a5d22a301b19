package io.duckgres.transpiler.rule;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** A rewrite of one class of nodes. Rules are pure: what they make depends on the node alone. */
interface StructuralRule {
  /** The class of nodes that the rule looks at. */
  Class<? extends SqlNode> matches();

  /** The node's replacement; the node itself when the rule does not apply. */
  SqlNode apply(SqlNode node);

  /** Whether it sees the node before its children are rewritten. */
  default boolean beforeChildren() {
    return false;
  }

  /** Rules over the same class that must have been applied before. */
  default List<Class<? extends StructuralRule>> after() {
    return List.of();
  }
}
