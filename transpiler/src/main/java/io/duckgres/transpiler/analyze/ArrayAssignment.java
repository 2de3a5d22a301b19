package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;

/**
 * An array that differs from another in an element or a slice.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c} (array_set_element, array_set_slice).
 */
final class ArrayAssignment {
  private static final String NULL_SUBSCRIPT =
      "error('[22004] array subscript in assignment must not be null')";
  private static final String LOWER_BOUND =
      "error('[0A000] arrays with another lower bound than 1 are not supported')";
  private static final String OUT_OF_RANGE = "error('[2202E] array subscript out of range')";
  private static final String WRONG_NUMBER = "error('[2202E] wrong number of array subscripts')";
  private static final String OTHER_DIMENSIONS =
      "error('[0A000] an array of another number of dimensions than the column was declared with is"
          + " not supported')";
  private static final String OPEN =
      "error('[2202E] array slice subscript must provide both boundaries')";
  private static final String REVERSED =
      "error('[2202E] upper bound cannot be less than lower bound')";
  private static final String TOO_SMALL = "error('[2202E] source array too small')";

  private final SqlNode base;
  private final ExpressionType type;
  private final List<SqlNode> operands = new ArrayList<>();
  private final UnaryOperator<SqlNode> index;

  /**
   * @param base the array, typed
   * @param index makes an integer of a subscript
   */
  ArrayAssignment(SqlNode base, UnaryOperator<SqlNode> index) {
    this.base = base;
    this.type = Typed.of(base);
    this.index = index;
    operands.add(base);
  }

  /** The array with another element. */
  SqlNode element(List<SubscriptCall> subscripts, SqlNode value) {
    operands.add(value);
    List<String> places = new ArrayList<>();
    for (SubscriptCall subscript : subscripts) {
      places.add(operand(index.apply(subscript.low())));
    }
    if (subscripts.size() != type.levels()) {
      return call(
          "CASE WHEN len({0}) > 0 THEN " + WRONG_NUMBER + " ELSE " + OTHER_DIMENSIONS + " END");
    }
    String anyNull = String.join(" IS NULL OR ", places) + " IS NULL";
    if (type.levels() == 1) {
      String place = places.get(0);
      return call(
          "CASE WHEN "
              + anyNull
              + " THEN "
              + NULL_SUBSCRIPT
              + " WHEN "
              + place
              + " < 1 THEN "
              + LOWER_BOUND
              + " ELSE list_concat(list_concat(list_resize(coalesce({0}, []), "
              + place
              + " - 1), [{1}]), coalesce({0}, [])["
              + place
              + " + 1:]) END");
    }
    StringBuilder outside = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      outside.append(i > 0 ? " OR " : "").append(places.get(i)).append(" NOT BETWEEN 1 AND ");
      outside.append(length(i));
    }
    return call(
        "CASE WHEN "
            + anyNull
            + " THEN "
            + NULL_SUBSCRIPT
            + " WHEN coalesce(len({0}), 0) = 0 THEN CASE WHEN "
            + String.join(" = 1 AND ", places)
            + " = 1 THEN "
            + "[".repeat(places.size())
            + "{1}"
            + "]".repeat(places.size())
            + " ELSE "
            + LOWER_BOUND
            + " END WHEN "
            + outside
            + " THEN "
            + OUT_OF_RANGE
            + " ELSE "
            + replaced(places, places, "{1}")
            + " END");
  }

  /** The array with the elements of another in a slice of it. */
  SqlNode slice(List<SubscriptCall> subscripts, SqlNode value) {
    operands.add(value);
    if (subscripts.size() > type.levels()) {
      return call(
          "CASE WHEN len({0}) > 0 THEN " + WRONG_NUMBER + " ELSE " + OTHER_DIMENSIONS + " END");
    }
    List<String> lows = new ArrayList<>();
    List<String> highs = new ArrayList<>();
    List<String> given = new ArrayList<>();
    boolean open = subscripts.size() < type.levels();
    for (int i = 0; i < type.levels(); i++) {
      SubscriptCall subscript = i < subscripts.size() ? subscripts.get(i) : null;
      SqlNode low = subscript == null || !subscript.slice() ? null : subscript.low();
      SqlNode high =
          subscript == null ? null : subscript.slice() ? subscript.high() : subscript.low();
      open |= high == null || low == null && subscript.slice();
      lows.add(low == null ? "1" : operand(index.apply(low)));
      highs.add(high == null ? length(i) : operand(index.apply(high)));
      if (low != null) {
        given.add(lows.get(i));
      }
      if (high != null) {
        given.add(highs.get(i));
      }
    }
    String source =
        "flatten(".repeat(Typed.levelsOf(value) - 1)
            + "{1}"
            + ")".repeat(Typed.levelsOf(value) - 1);
    String checked =
        "CASE WHEN "
            + (given.isEmpty() ? "false" : String.join(" IS NULL OR ", given) + " IS NULL")
            + " THEN "
            + NULL_SUBSCRIPT
            + " WHEN {1} IS NULL THEN {0} WHEN coalesce(len({0}), 0) = 0 THEN "
            + (open ? OPEN : made(lows, highs, source))
            + " WHEN "
            + any(lows, highs, " > ")
            + " THEN "
            + REVERSED;
    if (type.levels() == 1) {
      return call(
          checked
              + " WHEN "
              + lows.get(0)
              + " < 1 THEN "
              + LOWER_BOUND
              + extended(lows.get(0), highs.get(0), source));
    }
    StringBuilder outside = new StringBuilder();
    for (int i = 0; i < lows.size(); i++) {
      outside.append(i > 0 ? " OR " : "").append(lows.get(i)).append(" < 1 OR ");
      outside.append(highs.get(i)).append(" > ").append(length(i));
    }
    return call(
        checked
            + " WHEN "
            + outside
            + " THEN "
            + OUT_OF_RANGE
            + " WHEN len("
            + source
            + ") < "
            + size(lows, highs)
            + " THEN "
            + TOO_SMALL
            + " ELSE "
            + replaced(lows, highs, source + "[" + position(lows, highs) + "]")
            + " END");
  }

  /** An array of one dimension grows. */
  private static String extended(String low, String high, String source) {
    return " WHEN len("
        + source
        + ") < "
        + high
        + " - "
        + low
        + " + 1 THEN "
        + TOO_SMALL
        + " ELSE list_concat(list_concat(list_resize({0}, "
        + low
        + " - 1), "
        + source
        + "[1:"
        + high
        + " - "
        + low
        + " + 1]), {0}["
        + high
        + " + 1:]) END";
  }

  /** A new array, where there was none or one without elements. */
  private static String made(List<String> lows, List<String> highs, String source) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lows.size(); i++) {
      text.append("list_transform(range(1, ").append(highs.get(i)).append(" + 1), lambda at_");
      text.append(i).append(": ");
    }
    List<String> ones = lows.stream().map(low -> "1").toList();
    text.append(source).append('[').append(position(ones, highs)).append(']');
    text.append(")".repeat(lows.size()));
    return "CASE WHEN "
        + any(lows, highs, " > ")
        + " THEN "
        + REVERSED
        + " WHEN "
        + String.join(" <> 1 OR ", lows)
        + " <> 1 THEN "
        + LOWER_BOUND
        + " WHEN len("
        + source
        + ") < "
        + size(lows, highs)
        + " THEN "
        + TOO_SMALL
        + " ELSE "
        + text
        + " END";
  }

  private static String any(List<String> lows, List<String> highs, String comparison) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < lows.size(); i++) {
      parts.add(lows.get(i) + comparison + highs.get(i));
    }
    return String.join(" OR ", parts);
  }

  private static String span(List<String> lows, List<String> highs, int dimension) {
    return "(" + highs.get(dimension) + " - " + lows.get(dimension) + " + 1)";
  }

  private static String size(List<String> lows, List<String> highs) {
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < lows.size(); i++) {
      spans.add(span(lows, highs, i));
    }
    return String.join(" * ", spans);
  }

  /** Which of the source's elements comes to the place {@code at_0}, {@code at_1} … */
  private static String position(List<String> lows, List<String> highs) {
    String position = "(at_0 - " + lows.get(0) + ")";
    for (int i = 1; i < lows.size(); i++) {
      position =
          "(" + position + " * " + span(lows, highs, i) + " + at_" + i + " - " + lows.get(i) + ")";
    }
    return position + " + 1";
  }

  /** The array with {@code value} at the places between the bounds. */
  private static String replaced(List<String> lows, List<String> highs, String value) {
    String text = value;
    for (int i = lows.size() - 1; i >= 0; i--) {
      String list = i == 0 ? "{0}" : "list_" + (i - 1);
      text =
          "list_transform("
              + list
              + ", lambda list_"
              + i
              + ", at_"
              + i
              + ": CASE WHEN at_"
              + i
              + " BETWEEN "
              + lows.get(i)
              + " AND "
              + highs.get(i)
              + " THEN "
              + text
              + " ELSE list_"
              + i
              + " END)";
    }
    return text;
  }

  private static String length(int dimension) {
    return "len({0}" + "[1]".repeat(dimension) + ")";
  }

  private String operand(SqlNode node) {
    operands.add(node);
    return "{" + (operands.size() - 1) + "}";
  }

  private SqlNode call(String text) {
    return new TemplateCall(base.getParserPosition(), Template.parse(text), operands, type);
  }
}
