package io.duckgres.transpiler.build;

import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SortItem;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Where PostgreSQL points to for an expression (src/backend/nodes/nodeFuncs.c: exprLocation). */
final class Locations {
  private Locations() {}

  /** The leftmost location of an expression and its parts; brackets around it do not count. */
  static int leftmost(SqlNode node) {
    int leftmost = Positions.start(node);
    if (node instanceof SortItem item) {
      return leftmost(item.expression());
    }
    if (node instanceof SqlCall call) {
      for (SqlNode operand : call.getOperandList()) {
        int start = leftmost(operand);
        if (start >= 0 && (leftmost < 0 || start < leftmost)) {
          leftmost = start;
        }
      }
    }
    return leftmost;
  }
}
