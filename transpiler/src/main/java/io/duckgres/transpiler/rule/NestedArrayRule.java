package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Arrays made of arrays: these must have the same lengths in all dimensions. Without any element
 * the whole has none.
 *
 * <p>Source: {@code src/backend/executor/execExprInterp.c} (ExecEvalArrayExpr).
 */
final class NestedArrayRule implements StructuralRule {
  private static final String MISMATCH =
      "error('[2202E] multidimensional arrays must have array expressions with matching"
          + " dimensions')";

  @Override
  public Class<? extends SqlNode> matches() {
    return ArrayCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    ArrayCall call = (ArrayCall) node;
    if (!ArrayShapes.isNested(call)) {
      return call;
    }
    List<Integer> lengths = ArrayShapes.lengths(call);
    if (lengths != null && !lengths.contains(0)) {
      return call;
    }
    ExpressionType type = call.expressionType();
    String shape = ArrayShapes.lengths("part_", type.levels() - 1);
    String text =
        "list_transform([{0}], lambda parts_: CASE WHEN len(list_filter(parts_, lambda part_:"
            + " len(part_) > 0)) = 0 THEN [] WHEN len(list_filter(parts_, lambda part_:"
            + " coalesce(len(part_), 0) = 0)) > 0 OR len(list_distinct(list_transform(parts_,"
            + " lambda part_: "
            + shape
            + "))) > 1 THEN "
            + MISMATCH
            + " ELSE parts_ END)[1]";
    return new TemplateCall(call.getParserPosition(), Template.parse(text), List.of(call), type);
  }

  /** Arrays that a query gives. */
  static final class OfQuery implements StructuralRule {
    @Override
    public Class<? extends SqlNode> matches() {
      return ArrayQueryCall.class;
    }

    @Override
    public SqlNode apply(SqlNode node) {
      ArrayQueryCall call = (ArrayQueryCall) node;
      return ArrayShapes.isNested(call)
          ? new TemplateCall(
              call.getParserPosition(),
              Template.parse("list_transform([{0}], lambda parts_: " + accumulated(call) + ")[1]"),
              List.of(call),
              call.expressionType())
          : call;
    }

    private static String accumulated(ArrayQueryCall call) {
      return "CASE WHEN len(list_filter(parts_, lambda part_: part_ IS NULL)) > 0 THEN"
          + " error('[22004] cannot accumulate null arrays') WHEN len(list_filter(parts_,"
          + " lambda part_: len(part_) = 0)) > 0 THEN"
          + " error('[2202E] cannot accumulate empty arrays') WHEN"
          + " len(list_distinct(list_transform(parts_, lambda part_: "
          + ArrayShapes.lengths("part_", call.expressionType().levels() - 1)
          + "))) > 1 THEN error('[2202E] cannot accumulate arrays of different dimensionality')"
          + " ELSE parts_ END";
    }
  }
}
