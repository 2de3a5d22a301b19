package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgProc;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgNode;
import org.apache.calcite.sql.SqlNode;

/**
 * Looks for an aggregate call in an expression.
 *
 * @param aggregate the first one, null when there is none
 */
record AggregateSearch(FunctionCall aggregate) {

  static AggregateSearch in(SqlNode node) {
    if (isAggregate(node)) {
      return new AggregateSearch((FunctionCall) node);
    }
    if (node instanceof PgNode call) {
      for (SqlNode operand : call.getOperandList()) {
        AggregateSearch found = in(operand);
        if (found.aggregate != null) {
          return found;
        }
      }
    }
    return new AggregateSearch(null);
  }

  /** Whether the node is a call of an aggregate, and not as a window function. */
  static boolean isAggregate(SqlNode node) {
    return node instanceof FunctionCall call
        && call.over() == null
        && call.proc() != null
        && call.proc().kind() == PgProc.Kind.AGGREGATE;
  }
}
