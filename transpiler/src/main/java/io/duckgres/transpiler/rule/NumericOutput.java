package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
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
  private static final Set<String> KEEP_SCALE = Set.of("sum", "min", "max", "any_value");

  private NumericOutput() {}

  /** A column of a SELECT. */
  static SqlNode expression(SqlNode node) {
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
      Integer scale = scale(node);
      if (scale != null) {
        scales.add(scale);
      }
    }
    return scales.size() > 1;
  }

  /** How many decimals all values of an expression have, null when it is not known. */
  private static Integer scale(SqlNode node) {
    ExpressionType type = Typed.of(node);
    if (type != null && type.typmod() >= 0) {
      return Math.max(0, Typmods.numericScale(type.typmod()));
    }
    if (node instanceof PgLiteral literal) {
      return literal.text() == null
          ? null
          : (Integer) new BigDecimal(NumberInput.numeric(literal.text())).scale();
    }
    if (node instanceof CastCall cast) {
      return isInteger(Typed.of(cast.operand())) ? (Integer) 0 : null;
    }
    return node instanceof FunctionCall call
            && call.proc() != null
            && KEEP_SCALE.contains(call.proc().name())
            && call.arguments().size() == 1
        ? scale(call.arguments().get(0))
        : null;
  }

  private static boolean isInteger(ExpressionType type) {
    return type != null && List.of(PgTypes.INT2, PgTypes.INT4, PgTypes.INT8).contains(type.type());
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
