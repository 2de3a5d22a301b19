package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.Positions;
import org.apache.calcite.sql.SqlNode;

/** Where an expression begins: PostgreSQL's exprLocation ({@code nodeFuncs.c}). */
final class Locations {
  private Locations() {}

  /** Smallest offset in the expression, -1 when it has no source. */
  static int leftmost(SqlNode node) {
    int smallest = Positions.start(node);
    if (node instanceof PgNode call) {
      for (SqlNode operand : call.getOperandList()) {
        int start = leftmost(operand);
        if (start >= 0 && (smallest < 0 || start < smallest)) {
          smallest = start;
        }
      }
    }
    return smallest;
  }
}
