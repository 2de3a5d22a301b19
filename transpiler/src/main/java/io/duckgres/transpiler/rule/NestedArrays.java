package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Functions of arrays of several dimensions, which are lists of lists for the engine.
 *
 * <p>Sources: {@code src/backend/utils/adt/arrayfuncs.c}, {@code array_userfuncs.c}.
 */
final class NestedArrays {
  /** Functions that treat the elements of the first dimension alike, whatever they are. */
  private static final Set<String> OF_OUTERMOST =
      Set.of(
          "trim_array(anyarray,int4)",
          "array_shuffle(anyarray)",
          "array_sample(anyarray,int4)",
          "array_agg(anyarray)",
          "array_to_string(anyarray,text)",
          "array_to_string(anyarray,text,text)",
          "array_to_json(anyarray)",
          "array_to_json(anyarray,bool)",
          "json_object(_text)",
          "jsonb_object(_text)",
          "array_cat(anycompatiblearray,anycompatiblearray)");

  private NestedArrays() {}

  /**
   * The call in the engine's words, or as it is where its row serves.
   *
   * @throws PgException 0A000 for a function that we don't have for several dimensions
   */
  static SqlNode call(FunctionCall call) {
    PgProc proc = call.proc();
    boolean nested = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      nested |= ArrayShapes.isNested(call.arguments().get(i)) && wantsArray(proc, i);
    }
    if (!nested) {
      return call;
    }
    if (OF_OUTERMOST.contains(proc.signature()) && !call.options().variadic()) {
      return call;
    }
    if (proc.signature().equals("max(anyarray)") || proc.signature().equals("min(anyarray)")) {
      return extreme(call, proc.name().equals("max") ? "arg_max" : "arg_min");
    }
    int dimensions = ArrayShapes.dimensions(call.arguments().get(0));
    String text = text(proc.signature(), Math.max(1, dimensions), call);
    if (text == null || call.options().variadic()) {
      throw PgException.notSupported(
              "function " + proc.name() + " of an array of several dimensions")
          .withPosition(Positions.start(call) + 1);
    }
    return new TemplateCall(
        call.getParserPosition(), Template.parse(text), call.arguments(), call.expressionType());
  }

  private static SqlNode extreme(FunctionCall call, String name) {
    SqlNode array = call.arguments().get(0);
    return new FunctionCall(
        call.getParserPosition(),
        List.of(name),
        List.of(array, NestedArrayOperatorRule.sortKey(array)),
        call.options(),
        call.orderBy(),
        call.filter(),
        call.over(),
        null,
        call.expressionType());
  }

  private static boolean wantsArray(PgProc proc, int argument) {
    List<PgType> types = proc.argumentTypes();
    PgType declared = types.get(Math.min(argument, types.size() - 1));
    return declared.isArray()
        || declared.equals(PgTypes.ANYARRAY)
        || declared.equals(PgTypes.ANYCOMPATIBLEARRAY);
  }

  private static String text(String signature, int dimensions, FunctionCall call) {
    return switch (signature) {
      case "array_ndims(anyarray)" -> "CASE WHEN len({0}) > 0 THEN " + dimensions + " END";
      case "cardinality(anyarray)" ->
          "CAST(len(" + ArrayShapes.flat("{0}", dimensions) + ") AS INTEGER)";
      case "array_length(anyarray,int4)", "array_upper(anyarray,int4)" ->
          "CAST(nullif(" + byDimension("{1}", dimensions, "len(", ")") + ", 0) AS INTEGER)";
      case "array_lower(anyarray,int4)" ->
          "CASE WHEN len({0}) > 0 AND {1} BETWEEN 1 AND " + dimensions + " THEN 1 END";
      case "array_dims(anyarray)" -> dims(dimensions);
      case "generate_subscripts(anyarray,int4)" ->
          "unnest(CAST("
              + byDimension("{1}", dimensions, "range(1, len(", ") + 1)")
              + " AS INTEGER[]))";
      case "generate_subscripts(anyarray,int4,bool)" ->
          "unnest(CAST(CASE WHEN {2} THEN list_reverse("
              + byDimension("{1}", dimensions, "range(1, len(", ") + 1)")
              + ") ELSE "
              + byDimension("{1}", dimensions, "range(1, len(", ") + 1)")
              + " END AS INTEGER[]))";
      case "unnest(anyarray)" -> "unnest(" + ArrayShapes.flat("{0}", dimensions) + ")";
      case "array_position(anycompatiblearray,anycompatible)",
          "array_position(anycompatiblearray,anycompatible,int4)" ->
          "CASE WHEN len({0}) > 0 THEN " + searching() + " END";
      case "array_positions(anycompatiblearray,anycompatible)" ->
          "CASE WHEN len({0}) > 0 THEN " + searching() + " WHEN {0} IS NOT NULL THEN [] END";
      case "array_remove(anycompatiblearray,anycompatible)" ->
          "CASE WHEN len({0}) > 0 THEN error('[0A000] removing elements from multidimensional"
              + " arrays is not supported') ELSE {0} END";
      case "array_replace(anycompatiblearray,anycompatible,anycompatible)" ->
          ArrayShapes.overElements(
              "{0}",
              dimensions, "CASE WHEN element_ IS NOT DISTINCT FROM {1} THEN {2} ELSE element_ END");
      case "array_append(anycompatiblearray,anycompatible)" -> oneDimensional("{0}");
      case "array_prepend(anycompatible,anycompatiblearray)" -> oneDimensional("{1}");
      default -> null;
    };
  }

  private static String searching() {
    return "error('[0A000] searching for elements in multidimensional arrays is not supported')";
  }

  /** Elements can be added to arrays of one dimension. */
  static String oneDimensional(String array) {
    return "CAST(CASE WHEN len("
        + array
        + ") > 0 THEN error('[22000] argument must be empty or one-dimensional array')"
        + " ELSE error('[0A000] adding an element to an empty array of several dimensions is not"
        + " supported') END AS {result})";
  }

  private static String dims(int dimensions) {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= dimensions; i++) {
      parts.add("'[1:' || " + ArrayShapes.length("{0}", i) + " || ']'");
    }
    return "CASE WHEN len({0}) > 0 THEN " + String.join(" || ", parts) + " END";
  }

  private static String byDimension(String number, int dimensions, String before, String after) {
    StringBuilder text = new StringBuilder("CASE ").append(number);
    for (int i = 1; i <= dimensions; i++) {
      text.append(" WHEN ").append(i).append(" THEN ").append(before).append("{0}");
      text.append("[1]".repeat(i - 1)).append(after);
    }
    return text.append(" END").toString();
  }
}
