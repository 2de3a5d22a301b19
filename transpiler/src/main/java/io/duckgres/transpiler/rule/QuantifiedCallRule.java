package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgOperator;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * {@code x op ANY (array)}: an IN list where the array is written out, a test over the list's
 * elements otherwise. NULL elements count as in PostgreSQL: the result is NULL unless an element
 * decides it.
 */
final class QuantifiedCallRule implements StructuralRule {
  private static final String OPEN =
      " WHEN {1} IS NULL OR (({0} IS NULL OR list_count({1}) < len({1})) AND len({1}) > 0)"
          + " THEN NULL";
  private static final Template CONTAINED =
      Template.parse("CASE WHEN list_contains({1}, {0}) THEN true" + OPEN + " ELSE false END");
  private static final Template NOT_CONTAINED =
      Template.parse("CASE WHEN list_contains({1}, {0}) THEN false" + OPEN + " ELSE true END");

  @Override
  public Class<? extends SqlNode> matches() {
    return QuantifiedCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    QuantifiedCall call = (QuantifiedCall) node;
    for (PgOperator operator : call.operators()) {
      FunctionRow row = FunctionRows.of(operator.signature());
      if (row == null || row.refuse() != null || row.elements() != null) {
        throw OperatorCallRule.refused(operator, call);
      }
    }
    if (call.source() instanceof QueryNode) {
      return call.all() && call.symbol().equals("<>") && call.value() instanceof RowCall row
          ? rowIn(call, row)
          : call;
    }
    if (ArrayShapes.isNested(call.source())) {
      return apply(
          new QuantifiedCall(
              call.getParserPosition(),
              call.schema(),
              call.symbol(),
              call.all(),
              call.in(),
              call.value(),
              NestedArrayOperatorRule.flat(call.source()),
              call.operators(),
              call.expressionType()));
    }
    boolean equality = call.symbol().equals("=") && !call.all();
    boolean inequality = call.symbol().equals("<>") && call.all();
    if ((equality || inequality)
        && isFlat(call.source())
        && !InListKeyRule.needsKey(Typed.typeOf(call.value()))) {
      ArrayCall array = (ArrayCall) call.source();
      return new InListCall(
          call.getParserPosition(),
          inequality,
          call.value(),
          array.elements(),
          call.expressionType());
    }
    boolean same = call.operators().stream().allMatch(o -> FunctionRows.of(o.signature()).same());
    if (same && (equality || inequality)) {
      return new TemplateCall(
          call.getParserPosition(),
          equality ? CONTAINED : NOT_CONTAINED,
          List.of(call.value(), call.source()),
          call.expressionType());
    }
    return overElements(call);
  }

  /**
   * A select list's expression, where it matters whether {@code row IN (query)} is false or NULL;
   * conditions do without, for which the engine's own test is quicker.
   */
  static SqlNode shown(SqlNode node) {
    if (node instanceof QuantifiedCall call
        && call.source() instanceof QueryNode
        && !call.all()
        && call.symbol().equals("=")
        && call.value() instanceof RowCall row
        && call.operators().stream().allMatch(QuantifiedCallRule::isSame)) {
      return rowIn(call, row);
    }
    return node instanceof PgNode parent && !(node instanceof QueryNode)
        ? parent.mapChildren(QuantifiedCallRule::shown)
        : node;
  }

  private static boolean isSame(PgOperator operator) {
    FunctionRow row = FunctionRows.of(operator.signature());
    return row != null && row.same();
  }

  /**
   * Where a field is NULL the others may still tell the rows apart, which the engine's comparison
   * of whole rows does not see.
   */
  private static SqlNode rowIn(QuantifiedCall call, RowCall row) {
    StringBuilder equal = new StringBuilder();
    StringBuilder maybeEqual = new StringBuilder();
    StringBuilder columns = new StringBuilder();
    List<SqlNode> operands = new ArrayList<>();
    operands.add(
        new ScalarQueryCall(call.getParserPosition(), call.source(), call.expressionType()));
    for (SqlNode field : row.fields()) {
      int index = operands.size();
      String equality = "(pg_rows.c" + index + " = {" + index + "})";
      equal.append(index == 1 ? "" : " AND ").append(equality);
      maybeEqual.append(index == 1 ? "" : " AND ").append(equality).append(" IS NOT FALSE");
      columns.append(index == 1 ? "c" : ", c").append(index);
      operands.add(field);
    }
    String from = " FROM {0} AS pg_rows(" + columns + ") WHERE ";
    Template template =
        Template.parse(
            "CASE WHEN NOT EXISTS (SELECT 1"
                + from
                + maybeEqual
                + (call.all() ? ") THEN true" : ") THEN false")
                + " WHEN EXISTS (SELECT 1"
                + from
                + equal
                + (call.all() ? ") THEN false END" : ") THEN true END"));
    return new TemplateCall(call.getParserPosition(), template, operands, call.expressionType());
  }

  private static boolean isFlat(SqlNode source) {
    return source instanceof ArrayCall array
        && !array.elements().isEmpty()
        && array.elements().stream()
            .noneMatch(element -> element instanceof ArrayCall || element instanceof CastCall);
  }

  /** Compares with each element, then joins the answers by OR or AND. */
  private static SqlNode overElements(QuantifiedCall call) {
    String comparison = comparison(call);
    String decisive = call.all() ? "false" : "true";
    String otherwise = call.all() ? "true" : "false";
    String answers = "list_transform({1}, lambda element_: " + comparison + ")";
    Template template =
        Template.parse(
            "CASE WHEN len({1}) = 0 THEN "
                + otherwise
                + " WHEN list_contains("
                + answers
                + ", "
                + decisive
                + ") THEN "
                + decisive
                + " WHEN {1} IS NULL OR list_count("
                + answers
                + ") < len({1}) THEN NULL ELSE "
                + otherwise
                + " END");
    return new TemplateCall(
        call.getParserPosition(),
        template,
        List.of(call.value(), call.source()),
        call.expressionType());
  }

  private static String comparison(QuantifiedCall call) {
    if (call.operators().isEmpty()) {
      return "({0}) " + call.symbol() + " element_";
    }
    FunctionRow row = FunctionRows.of(call.operators().get(0).signature());
    if (row.same()) {
      return "({0}) " + call.symbol() + " element_";
    }
    StringBuilder text = new StringBuilder();
    for (Template.Part part : row.sql().parts()) {
      if (part instanceof Template.Text literal) {
        text.append(literal.text());
      } else if (part instanceof Template.Operand operand) {
        text.append(operand.number() == 0 ? "({0})" : "(element_)");
      } else if (part instanceof Template.TypeOf) {
        text.append("{0.type}");
      }
    }
    return text.toString();
  }
}
