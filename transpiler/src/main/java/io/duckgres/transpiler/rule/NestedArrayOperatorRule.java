package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Operators between arrays of several dimensions. They are contained, overlap and are ordered by
 * their elements, whatever the dimensions; these only decide between arrays that are else alike.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c} (array_cmp, array_contain_compare).
 */
final class NestedArrayOperatorRule implements StructuralRule {
  private static final Template BOTH_EMPTY =
      Template.parse(
          "CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN len({0}) = 0 AND len({1}) = 0 END");
  private static final Template NOT_BOTH_EMPTY =
      Template.parse(
          "CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN len({0}) > 0 OR len({1}) > 0 END");

  @Override
  public Class<? extends SqlNode> matches() {
    return OperatorCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    OperatorCall call = (OperatorCall) node;
    if (call.operator() == null
        || call.left() == null
        || !ArrayShapes.isNested(call.left()) && !ArrayShapes.isNested(call.right())) {
      return call;
    }
    boolean alike = ArrayShapes.dimensions(call.left()) == ArrayShapes.dimensions(call.right());
    String function = call.operator().function();
    return switch (function) {
      case "array_eq" -> alike ? call : template(call, BOTH_EMPTY);
      case "array_ne" -> alike ? call : template(call, NOT_BOTH_EMPTY);
      case "array_lt", "array_le", "array_gt", "array_ge" -> ordered(call);
      case "arraycontains", "arraycontained", "arrayoverlap" ->
          call.mapChildren(NestedArrayOperatorRule::flat);
      case "array_append" -> template(call, Template.parse(NestedArrays.oneDimensional("{0}")));
      case "array_prepend" -> template(call, Template.parse(NestedArrays.oneDimensional("{1}")));
      case "array_cat" -> ArrayJoins.of(call, call.expressionType(), call.left(), call.right());
      default -> {
        if (call.operator().left().isArray() || call.operator().right().isArray()) {
          throw PgException.notSupported(
                  "operator " + call.symbol() + " of an array of several dimensions")
              .withPosition(Positions.start(call) + 1);
        }
        yield call;
      }
    };
  }

  private static SqlNode template(OperatorCall call, Template template) {
    return new TemplateCall(
        call.getParserPosition(),
        template,
        List.of(call.left(), call.right()),
        call.expressionType());
  }

  private static SqlNode ordered(OperatorCall call) {
    String left = key("{0}", ArrayShapes.dimensions(call.left()));
    String right = key("{1}", ArrayShapes.dimensions(call.right()));
    return template(
        call,
        Template.parse(
            "CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN "
                + left
                + " "
                + call.symbol()
                + " "
                + right
                + " END"));
  }

  /** What sorts as PostgreSQL does; not NULL where the array is. */
  private static String key(String array, int dimensions) {
    return "{'elements': "
        + ArrayShapes.flat(array, dimensions)
        + ", 'dimensions': CASE WHEN len("
        + array
        + ") > 0 THEN "
        + dimensions
        + " ELSE 0 END, 'lengths': "
        + ArrayShapes.lengths(array, dimensions)
        + "}";
  }

  /** What an array of several dimensions is sorted by; NULL for NULL. */
  static SqlNode sortKey(SqlNode array) {
    return new TemplateCall(
        array.getParserPosition(),
        Template.parse(
            "CASE WHEN {0} IS NOT NULL THEN " + key("{0}", ArrayShapes.dimensions(array)) + " END"),
        List.of(array),
        null);
  }

  /** The elements of all dimensions as an array of one. */
  static SqlNode flat(SqlNode array) {
    int dimensions = ArrayShapes.dimensions(array);
    ExpressionType type = Typed.of(array);
    return dimensions < 2
        ? array
        : new TemplateCall(
            array.getParserPosition(),
            Template.parse(ArrayShapes.flat("{0}", dimensions)),
            List.of(array),
            type.withLevels(1));
  }
}
