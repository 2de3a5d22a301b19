package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Numerics with different numbers of decimals in one column of a query: they become text, so that
 * each keeps its own.
 */
final class NumericOutput {

  private NumericOutput() {}

  /** An expression whose value goes to the client. */
  static SqlNode expression(SqlNode node) {
    return expression(node, List.of());
  }

  /**
   * A column of a SELECT.
   *
   * @param groupBy the rewritten keys of GROUP BY
   */
  static SqlNode expression(SqlNode node, List<SqlNode> groupBy) {
    SqlNode text = branches(node);
    if (text == node) {
      return NumericScales.shown(node, groupBy);
    }
    return groupBy.isEmpty() ? text : NumericScales.ofGroup(text, node, groupBy);
  }

  private static SqlNode branches(SqlNode node) {
    if (node instanceof CaseCall call && isNumeric(call)) {
      List<SqlNode> branches = new ArrayList<>(call.results());
      if (call.otherwise() != null) {
        branches.add(call.otherwise());
      }
      return differ(branches) ? NumericBranches.asText(call) : node;
    }
    return node instanceof SpecialCall call
            && call.kind() != SpecialCall.Kind.NULLIF
            && isNumeric(call)
            && differ(call.arguments())
        ? NumericBranches.asText(call)
        : node;
  }

  /** Whether at least two are known to have different numbers of decimals. */
  static boolean differ(List<SqlNode> nodes) {
    Set<Integer> scales = new HashSet<>();
    for (SqlNode branch : nodes) {
      boolean minus = branch instanceof OperatorCall call && call.left() == null;
      SqlNode node = minus ? ((OperatorCall) branch).right() : branch;
      ExpressionType type = Typed.of(node);
      if (type == null || type.form() == EngineForm.NUMERIC_TEXT) {
        return false;
      }
      Integer scale = NumericScales.constant(node);
      if (scale != null) {
        scales.add(scale);
      }
    }
    return scales.size() > 1;
  }

  /** Whether all are numeric constants, and not all with the same number of decimals. */
  static boolean isMixed(List<SqlNode> nodes) {
    Set<Integer> scales = new HashSet<>();
    for (SqlNode node : nodes) {
      if (node instanceof PgLiteral literal && literal.text() == null) {
        continue;
      }
      if (!(node instanceof PgLiteral literal)
          || !isNumeric(literal)
          || literal.expressionType().typmod() >= 0) {
        return false;
      }
      scales.add(value(literal).scale());
    }
    return scales.size() > 1;
  }

  /** The value of a numeric constant. */
  static BigDecimal value(PgLiteral literal) {
    return new BigDecimal(NumberInput.numeric(literal.text()));
  }

  static boolean isNumeric(Typed node) {
    ExpressionType type = node.expressionType();
    return type != null && type.type().equals(PgTypes.NUMERIC);
  }
}
