package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;

/**
 * Numerics within rows and arrays that go to the client as they are: each keeps its own number of
 * decimals, as a text. What the engine computes with has one for all.
 */
final class ShownNumerics {
  private final UnaryOperator<SqlNode> rewrite;
  private final UnaryOperator<SqlNode> shown;

  /**
   * @param rewrite the rules
   * @param shown the rules, for an expression that may give a numeric as text
   */
  ShownNumerics(UnaryOperator<SqlNode> rewrite, UnaryOperator<SqlNode> shown) {
    this.rewrite = rewrite;
    this.shown = shown;
  }

  /** The expression as it is shown; null when there is nothing special about it. */
  SqlNode of(SqlNode node) {
    if (node instanceof RowCall row && PgTypes.RECORD.equals(Typed.typeOf(row))) {
      List<SqlNode> fields = new ArrayList<>();
      for (SqlNode field : row.fields()) {
        SqlNode special = of(field);
        fields.add(special == null ? NumericOutput.expression(shown.apply(field)) : special);
      }
      return new RowCall(row.getParserPosition(), fields, row.names(), row.expressionType());
    }
    ExpressionType type = Typed.of(node);
    if (type == null || !PgTypes.arrayOf(PgTypes.NUMERIC).equals(type.type())) {
      return null;
    }
    if (node instanceof ArrayCall array) {
      return type.levels() == 1 ? array(array, type) : constants(array);
    }
    if (node instanceof FunctionCall call) {
      return aggregated(call, type);
    }
    return parameter(node);
  }

  /** An array of numerics that a client gives, as texts; null for any other expression. */
  static SqlNode parameter(SqlNode node) {
    if (!(node instanceof ParameterRef reference)
        || !(reference.source() instanceof PlanParameter.Client)
        || !PgTypes.arrayOf(PgTypes.NUMERIC).equals(Typed.typeOf(node))) {
      return null;
    }
    ExpressionType type = Typed.of(node);
    return new TemplateCall(
        node.getParserPosition(),
        Template.parse("CAST({0} AS VARCHAR" + "[]".repeat(type.levels()) + ")"),
        List.of(new ParameterRef(node.getParserPosition(), reference.source(), null)),
        text(type));
  }

  /** Constants of different numbers of decimals in an array, as texts; null for any other. */
  static SqlNode constants(SqlNode node) {
    if (!(node instanceof ArrayCall array)
        || !PgTypes.arrayOf(PgTypes.NUMERIC).equals(Typed.typeOf(node))) {
      return null;
    }
    List<SqlNode> leaves = new ArrayList<>();
    return leaves(array, leaves) && NumericOutput.isMixed(leaves) ? texts(array) : null;
  }

  /** Collects the elements of all dimensions; false where an array is not written out. */
  private static boolean leaves(ArrayCall array, List<SqlNode> leaves) {
    boolean nested = array.expressionType().levels() > 1;
    for (SqlNode element : array.elements()) {
      if (!nested) {
        leaves.add(element);
      } else if (!(element instanceof ArrayCall inner) || !leaves(inner, leaves)) {
        return false;
      }
    }
    return true;
  }

  private static SqlNode texts(ArrayCall array) {
    boolean nested = array.expressionType().levels() > 1;
    return new ArrayCall(
        array.getParserPosition(),
        nested
            ? array.elements().stream().map(inner -> texts((ArrayCall) inner)).toList()
            : NumericForms.toText(array.elements()),
        text(array.expressionType()));
  }

  private SqlNode array(ArrayCall array, ExpressionType type) {
    List<SqlNode> elements = new ArrayList<>();
    array.elements().forEach(element -> elements.add(shown.apply(element)));
    boolean texts = elements.stream().anyMatch(NumericForms::isText);
    if (!texts && !NumericOutput.isMixed(elements) && !NumericOutput.differ(elements)) {
      return null;
    }
    return new ArrayCall(array.getParserPosition(), NumericForms.toText(elements), text(type));
  }

  private SqlNode aggregated(FunctionCall call, ExpressionType type) {
    boolean plain =
        call.proc() != null
            && call.proc().signature().equals("array_agg(anynonarray)")
            && !call.options().distinct();
    SqlNode argument = plain ? rewrite.apply(call.arguments().get(0)) : null;
    if (argument == null || !NumericForms.isText(argument)) {
      return null;
    }
    List<SqlNode> orderBy = new ArrayList<>();
    call.orderBy().forEach(item -> orderBy.add(rewrite.apply(item)));
    return new FunctionCall(
        call.getParserPosition(),
        call.name(),
        List.of(argument),
        call.options(),
        orderBy,
        call.filter() == null ? null : rewrite.apply(call.filter()),
        call.over() == null ? null : rewrite.apply(call.over()),
        null,
        text(type));
  }

  private static ExpressionType text(ExpressionType type) {
    return type.in(EngineForm.NUMERIC_TEXT);
  }
}
