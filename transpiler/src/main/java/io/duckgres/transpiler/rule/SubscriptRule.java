package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Subscripts and slices: of arrays from 1, NULL or empty outside; of jsonb by key or index. A chain
 * of subscripts is one access, so that a slice in it makes slices of the others.
 *
 * <p>Source: {@code src/backend/utils/adt/arraysubs.c}.
 */
final class SubscriptRule implements StructuralRule {
  private static final Template JSONB =
      Template.parse("pg_json_path({0}, CAST(to_json([CAST({1} AS VARCHAR)]) AS VARCHAR))");
  private static final Template NOTHING = Template.parse("NULL");

  @Override
  public Class<? extends SqlNode> matches() {
    return SubscriptCall.class;
  }

  @Override
  public boolean beforeChildren() {
    return true;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    SubscriptCall call = (SubscriptCall) node;
    List<SubscriptCall> chain = new ArrayList<>();
    SqlNode base = call;
    boolean slice = false;
    while (base instanceof SubscriptCall subscript) {
      chain.add(0, subscript);
      slice |= subscript.slice();
      base = subscript.base();
    }
    if (PgTypes.JSONB.equals(Typed.typeOf(base))) {
      return new TemplateCall(
          call.getParserPosition(), JSONB, List.of(call.base(), call.low()), call.expressionType());
    }
    if (Typed.typeOf(base) == null) {
      return call;
    }
    Template part = part(Typed.typeOf(base));
    if (part != null && slice) {
      throw PgException.notSupported("a slice of type " + Typed.typeOf(base).name());
    }
    if (part != null) {
      return new TemplateCall(
          call.getParserPosition(), part, List.of(base, call.low()), call.expressionType());
    }
    int dimensions = ArrayShapes.dimensions(base);
    if (dimensions > 0 && (slice ? chain.size() > dimensions : chain.size() != dimensions)) {
      return slice ? empty(call) : nothing(call);
    }
    List<SqlNode> operands = new ArrayList<>();
    operands.add(base);
    String text = slice ? slices(chain, operands) : element(chain, operands);
    return new TemplateCall(
        call.getParserPosition(), Template.parse(text), operands, call.expressionType());
  }

  /** Types of fixed length count their parts from 0. */
  private static Template part(PgType type) {
    return switch (type.name()) {
      case "point", "line" -> Template.parse("pg_point_part({0}, {1})");
      case "box", "lseg" -> Template.parse("pg_box_part({0}, {1})");
      case "int2vector", "oidvector" -> Template.parse("CASE WHEN {1} >= 0 THEN {0}[{1} + 1] END");
      case "name" ->
          Template.parse("CASE WHEN {1} BETWEEN 0 AND 63 THEN substr({0}, {1} + 1, 1) END");
      default -> null;
    };
  }

  private static SqlNode nothing(SubscriptCall call) {
    return new TemplateCall(call.getParserPosition(), NOTHING, List.of(), call.expressionType());
  }

  private static SqlNode empty(SubscriptCall call) {
    return new TemplateCall(
        call.getParserPosition(), Template.parse("[]"), List.of(), call.expressionType());
  }

  private static String element(List<SubscriptCall> chain, List<SqlNode> operands) {
    StringBuilder text = new StringBuilder("{0}");
    StringBuilder condition = new StringBuilder();
    for (SubscriptCall subscript : chain) {
      operands.add(subscript.low());
      String place = "{" + (operands.size() - 1) + "}";
      text.append("[").append(place).append("]");
      if (!isPositive(subscript.low())) {
        condition.append(condition.isEmpty() ? "" : " AND ").append(place).append(" > 0");
      }
    }
    return condition.isEmpty()
        ? text.toString()
        : "CASE WHEN " + condition + " THEN " + text + " END";
  }

  /** The engine counts what is not positive from the end. */
  private static boolean isPositive(SqlNode index) {
    return index instanceof PgLiteral literal
        && literal.text() != null
        && !literal.text().startsWith("-")
        && !literal.text().equals("0");
  }

  private static String slices(List<SubscriptCall> chain, List<SqlNode> operands) {
    String text = "{0}";
    List<String> bounds = new ArrayList<>();
    for (SubscriptCall subscript : chain) {
      String low = subscript.slice() ? bound(subscript.low(), "1", 1, operands) : "1";
      SqlNode end = subscript.slice() ? subscript.high() : subscript.low();
      bounds.add(low + ":" + bound(end, "", 0, operands));
    }
    text += "[" + bounds.get(0) + "]";
    return bounds.size() == 1
        ? text
        : filled("list_transform(" + text + ", lambda slice_1: " + inner(1, bounds) + ")");
  }

  /** Without an element in a dimension an array has none at all. */
  private static String filled(String lists) {
    return "list_filter(" + lists + ", lambda filled_: len(filled_) > 0)";
  }

  private static String inner(int level, List<String> bounds) {
    String name = "slice_" + level;
    String here = name + "[" + bounds.get(level) + "]";
    return level + 1 == bounds.size()
        ? here
        : filled(
            "list_transform("
                + here
                + ", lambda slice_"
                + (level + 1)
                + ": "
                + inner(level + 1, bounds)
                + ")");
  }

  private static String bound(SqlNode bound, String missing, int least, List<SqlNode> operands) {
    if (bound == null) {
      return missing;
    }
    operands.add(bound);
    if (isPositive(bound)) {
      return "{" + (operands.size() - 1) + "}";
    }
    return "greatest({" + (operands.size() - 1) + "}, " + least + ")";
  }
}
