package io.duckgres.transpiler.deparse;

import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.DistinctFromCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.TestCall;
import org.apache.calcite.sql.SqlNode;

/** Which operands need no parentheses: {@code isSimpleNode}. */
final class SimpleNodes {
  private SimpleNodes() {}

  static boolean isSimple(SqlNode node, SqlNode parent) {
    if (node instanceof OperatorCall call) {
      return parent instanceof OperatorCall outer
          ? bindsTighter(call, outer)
          : isSafeInside(parent);
    }
    if (node instanceof TestCall
        || node instanceof DistinctFromCall
        || node instanceof ExistsCall
        || node instanceof QuantifiedCall call && call.source() instanceof QueryNode) {
      return isSafeInside(parent);
    }
    if (node instanceof QuantifiedCall) {
      return false;
    }
    if (node instanceof LogicalCall call) {
      if (parent instanceof LogicalCall outer) {
        return call.kind() == LogicalCall.Kind.OR
            ? outer.kind() == LogicalCall.Kind.OR
            : outer.kind() != LogicalCall.Kind.NOT;
      }
      return isSafeInside(parent);
    }
    if (node instanceof CastCall cast && isRelabelling(cast)) {
      return isSimple(ExpandedForms.of(cast.operand()), node);
    }
    return true;
  }

  /** A cast between types of one representation, which PostgreSQL has no function for. */
  private static boolean isRelabelling(CastCall cast) {
    return cast.implicit();
  }

  private static boolean bindsTighter(OperatorCall call, OperatorCall parent) {
    int own = priority(call);
    int outer = priority(parent);
    if (own == 0 || outer == 0) {
      return false;
    }
    return own > outer || (own == outer && parent.left() == call);
  }

  /** 1 for sums, 2 for products, 0 for any other operator. */
  private static int priority(OperatorCall call) {
    if (call.left() == null || call.symbol().length() != 1) {
      return 0;
    }
    return switch (call.symbol().charAt(0)) {
      case '+', '-' -> 1;
      case '*', '/', '%' -> 2;
      default -> 0;
    };
  }

  /** Parents that bind less tightly or have parentheses of their own. */
  private static boolean isSafeInside(SqlNode parent) {
    if (parent instanceof FunctionCall call) {
      return !call.options().sqlSyntax();
    }
    return parent instanceof LogicalCall
        || parent instanceof ArrayCall
        || parent instanceof RowCall
        || parent instanceof SpecialCall
        || parent instanceof CaseCall;
  }
}
