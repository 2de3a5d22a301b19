package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * {@code ||} between arrays and array_cat: arrays of as many dimensions follow each other, one of a
 * dimension less is an element of the other.
 *
 * <p>Source: {@code src/backend/utils/adt/array_userfuncs.c} (array_cat).
 */
final class ArrayJoins {
  private static final String INCOMPATIBLE =
      "error('[2202E] cannot concatenate incompatible arrays')";

  private ArrayJoins() {}

  /** The concatenation; null where both have one dimension. */
  static SqlNode of(SqlNode call, ExpressionType type, SqlNode left, SqlNode right) {
    int first = ArrayShapes.dimensions(left);
    int second = ArrayShapes.dimensions(right);
    if (first < 2 && second < 2) {
      return null;
    }
    String text;
    if (first == second) {
      text = equal(first);
    } else if (first == second + 1) {
      text = unequal("{0}", "{1}", first, "list_append({0}, {1})");
    } else if (second == first + 1) {
      text = unequal("{1}", "{0}", second, "list_prepend({0}, {1})");
    } else {
      text =
          first > second
              ? unequal("{0}", "{1}", first, INCOMPATIBLE)
              : unequal("{1}", "{0}", second, INCOMPATIBLE);
    }
    return new TemplateCall(
        call.getParserPosition(), Template.parse(text), List.of(left, right), type);
  }

  private static String equal(int dimensions) {
    return "CASE WHEN len({0}) > 0 AND len({1}) > 0 AND "
        + ArrayShapes.lengths("{0}[1]", dimensions - 1)
        + " <> "
        + ArrayShapes.lengths("{1}[1]", dimensions - 1)
        + " THEN "
        + INCOMPATIBLE
        + " WHEN {0} IS NOT NULL OR {1} IS NOT NULL THEN list_concat({0}, {1}) END";
  }

  /** An array that has no element adds nothing, whatever its dimensions. */
  private static String unequal(String large, String small, int dimensions, String joined) {
    String lengths =
        joined.equals(INCOMPATIBLE)
            ? ""
            : " WHEN len("
                + large
                + ") > 0 AND "
                + ArrayShapes.lengths(large + "[1]", dimensions - 1)
                + " <> "
                + ArrayShapes.lengths(small, dimensions - 1)
                + " THEN "
                + INCOMPATIBLE;
    return "CASE WHEN coalesce(len("
        + small
        + "), 0) = 0 THEN "
        + large
        + (joined.equals(INCOMPATIBLE)
            ? " WHEN coalesce(len("
                + large
                + "), 0) > 0 THEN CAST("
                + joined
                + " AS {result})"
                + " ELSE CAST(error('[0A000] an array of another number of dimensions is not"
                + " supported') AS {result})"
            : " WHEN coalesce(len("
                + large
                + "), 0) = 0 THEN CAST(error('[0A000] an array of"
                + " another number of dimensions is not supported') AS {result})"
                + lengths
                + " ELSE "
                + joined)
        + " END";
  }
}
