package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Numerics with different numbers of decimals in one column of the outermost query: they go to the
 * client as text, so that each keeps its own.
 */
final class NumericOutput {
  private NumericOutput() {}

  /** A column of the outermost SELECT. */
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
  private static boolean differ(List<SqlNode> nodes) {
    Set<Integer> scales = new HashSet<>();
    for (SqlNode branch : nodes) {
      boolean minus = branch instanceof OperatorCall call && call.left() == null;
      SqlNode node = minus ? ((OperatorCall) branch).right() : branch;
      ExpressionType type = Typed.of(node);
      if (type == null || type.form() == EngineForm.NUMERIC_TEXT) {
        return false;
      }
      if (type.typmod() >= 0) {
        scales.add(Math.max(0, Typmods.numericScale(type.typmod())));
      } else if (node instanceof PgLiteral literal && literal.text() != null) {
        scales.add(new BigDecimal(NumberInput.numeric(literal.text())).scale());
      } else if (node instanceof CastCall cast && isInteger(Typed.of(cast.operand()))) {
        scales.add(0);
      }
    }
    return scales.size() > 1;
  }

  private static boolean isInteger(ExpressionType type) {
    return type != null && List.of(PgTypes.INT2, PgTypes.INT4, PgTypes.INT8).contains(type.type());
  }

  /** VALUES as the whole statement, without ORDER BY. */
  static SqlNode values(QueryNode query, ValuesCore values) {
    List<List<SqlNode>> rows = new ArrayList<>();
    values.rows().forEach(row -> rows.add(new ArrayList<>(((RowCall) row).fields())));
    for (int i = 0; i < rows.get(0).size(); i++) {
      int column = i;
      List<SqlNode> fields = rows.stream().map(row -> row.get(column)).toList();
      if (isMixed(fields)) {
        List<SqlNode> texts = NumericForms.toText(fields);
        for (int j = 0; j < rows.size(); j++) {
          rows.get(j).set(column, texts.get(j));
        }
      }
    }
    List<SqlNode> result = new ArrayList<>();
    for (int j = 0; j < rows.size(); j++) {
      result.add(new RowCall(values.rows().get(j).getParserPosition(), rows.get(j)));
    }
    return new QueryNode(
        query.getParserPosition(),
        query.recursive(),
        query.with(),
        new ValuesCore(values.getParserPosition(), result),
        query.orderBy(),
        query.limit(),
        query.withTies(),
        query.offset(),
        query.locking());
  }

  /** Whether all are numeric constants, and not all with the same number of decimals. */
  private static boolean isMixed(List<SqlNode> nodes) {
    Set<Integer> scales = new HashSet<>();
    for (SqlNode node : nodes) {
      if (!(node instanceof PgLiteral literal)
          || !isNumeric(literal)
          || literal.expressionType().typmod() >= 0) {
        return false;
      }
      if (literal.text() != null) {
        scales.add(new BigDecimal(NumberInput.numeric(literal.text())).scale());
      }
    }
    return scales.size() > 1;
  }

  private static boolean isNumeric(Typed node) {
    ExpressionType type = node.expressionType();
    return type != null && type.type().equals(PgTypes.NUMERIC);
  }
}
