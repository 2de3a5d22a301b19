package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * How many decimals the values of an expression over DECIMALs have in PostgreSQL, where each value
 * has its own number: a sum over COALESCE(price, 0) has those of the prices unless there is none.
 * Known without looking at the values, or computed beside them by an expression of its own.
 */
final class NumericScales {
  private static final Set<String> KEEP_SCALE = Set.of("sum", "min", "max", "any_value", "abs");
  private static final Template OF_VALUES =
      Template.parse("CASE WHEN {0} IS NOT NULL THEN {1} END");

  /** A DECIMAL(38,18) is a numeric without a typmod, whose trailing zeros do not count. */
  private static final Template OF_TYPE =
      Template.parse(
          "CASE WHEN typeof({0}) = 'DECIMAL(38,18)' THEN"
              + " length(rtrim(split_part(CAST({0} AS VARCHAR), '.', 2), '0'))"
              + " ELSE coalesce(TRY_CAST(split_part(split_part(typeof({0}), ',', 2), ')', 1)"
              + " AS INTEGER), 0) END");

  private static final Template GREATEST = Template.parse("greatest({0}, {1})");
  private static final Template ANY_VALUE = Template.parse("any_value({0})");
  private static final Template EQUAL = Template.parse("({0} = {1})");
  private static final Template PRESENT = Template.parse("({0} IS NOT NULL)");

  /** The engine's aggregate that tells the decimals of the one that is named. */
  private static final Map<String, String> EXTREMES =
      Map.of("sum", "max", "max", "arg_max", "min", "arg_min");

  private static final Template TOTAL = Template.parse("({0} + {1})");

  /** The engine's decimal is cut: what goes are zeros. */
  private static final Template CUT =
      Template.parse(
          "CASE {1} WHEN 0 THEN split_part(CAST({0} AS VARCHAR), '.', 1)"
              + " ELSE left(CAST({0} AS VARCHAR), instr(CAST({0} AS VARCHAR), '.') + {1}) END");

  private NumericScales() {}

  /** The number of decimals of all values, null when it is not known or differs. */
  static Integer constant(SqlNode node) {
    return of(node) instanceof PgLiteral literal
        ? (Integer) Integer.parseInt(literal.text())
        : null;
  }

  /**
   * A column of a SELECT as a text with PostgreSQL's decimals; the expression itself where DECIMAL
   * has them already.
   *
   * @param node the rewritten expression
   * @param groupBy the rewritten keys of GROUP BY
   */
  static SqlNode shown(SqlNode node, List<SqlNode> groupBy) {
    if (!isDecimal(node) || node instanceof ColumnRef || node instanceof PgLiteral) {
      return node;
    }
    SqlNode scale = of(node);
    if (scale == null || isFixed(scale) || isRepeatedAtCost(node)) {
      return node;
    }
    SqlNode text =
        new TemplateCall(
            node.getParserPosition(),
            CUT,
            List.of(node, scale),
            Typed.of(node).in(EngineForm.NUMERIC_TEXT));
    return groupBy.isEmpty() ? text : ofGroup(text, node, groupBy);
  }

  /** A column that is no key is one that a key computes with: that of any row of the group. */
  static SqlNode ofGroup(SqlNode text, SqlNode node, List<SqlNode> groupBy) {
    if (isGrouped(text, groupBy)) {
      return text;
    }
    return groupBy.stream().anyMatch(GroupingSet.class::isInstance) || isAggregated(node)
        ? node
        : new TemplateCall(node.getParserPosition(), ANY_VALUE, List.of(text), Typed.of(text));
  }

  private static boolean isAggregated(SqlNode node) {
    return node instanceof FunctionCall call && (isAggregate(call) || call.over() != null)
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(NumericScales::isAggregated);
  }

  private static boolean isDecimal(SqlNode node) {
    ExpressionType type = Typed.of(node);
    return type != null
        && type.type().equals(PgTypes.NUMERIC)
        && type.form() != EngineForm.NUMERIC_TEXT;
  }

  /** A sub-query's column has the decimals that its type has for the engine. */
  private static SqlNode typed(ColumnRef column) {
    return new TemplateCall(
        column.getParserPosition(), OF_TYPE, List.of(column), ExpressionType.of(PgTypes.INT4));
  }

  /** Whether it is that of the engine's type. */
  private static boolean isFixed(SqlNode scale) {
    return scale instanceof PgLiteral
        || scale instanceof TemplateCall call
            && (call.template() == OF_TYPE
                || (call.template() == GREATEST || call.template() == TOTAL)
                    && call.operands().stream().allMatch(NumericScales::isFixed));
  }

  private static boolean isInteger(SqlNode node) {
    ExpressionType type = Typed.of(node);
    return type != null && List.of(PgTypes.INT2, PgTypes.INT4, PgTypes.INT8).contains(type.type());
  }

  /** A constant, an expression, or null when it is not known. */
  private static SqlNode of(SqlNode node) {
    ExpressionType type = Typed.of(node);
    if (!isDecimal(node)) {
      return null;
    }
    if (type.typmod() >= 0) {
      return number(Math.max(0, Typmods.numericScale(type.typmod())));
    }
    if (node instanceof ColumnRef column) {
      return column.tableOid() == 0 ? typed(column) : null;
    }
    if (node instanceof PgLiteral literal) {
      return literal.text() == null
          ? null
          : number(new BigDecimal(NumberInput.numeric(literal.text())).scale());
    }
    if (node instanceof CastCall cast) {
      return isInteger(cast.operand()) ? number(0) : null;
    }
    if (node instanceof TemplateCall call) {
      return call.operands().size() == 1 && isInteger(call.operands().get(0)) ? number(0) : null;
    }
    if (node instanceof OperatorCall call && call.operator() != null) {
      return arithmetic(call);
    }
    if (node instanceof CaseCall call) {
      return chosen(call);
    }
    if (node instanceof SpecialCall call) {
      return switch (call.kind()) {
        case COALESCE -> coalesce(call);
        case NULLIF -> of(call.arguments().get(0));
        case GREATEST, LEAST -> extreme(call);
        default -> null;
      };
    }
    return node instanceof FunctionCall call
            && call.proc() != null
            && KEEP_SCALE.contains(call.proc().name())
            && call.arguments().size() == 1
        ? aggregate(call)
        : null;
  }

  private static SqlNode arithmetic(OperatorCall call) {
    SqlNode right = of(call.right());
    SqlNode left = call.left() == null ? right : of(call.left());
    if (left == null || right == null) {
      return null;
    }
    boolean constant = left instanceof PgLiteral && right instanceof PgLiteral;
    return switch (call.symbol()) {
      case "+", "-", "%" ->
          call.left() == null
              ? right
              : constant
                  ? number(Math.max(value(left), value(right)))
                  : computed(GREATEST, left, right);
      case "*" -> constant ? number(value(left) + value(right)) : computed(TOTAL, left, right);
      default -> null;
    };
  }

  private static SqlNode chosen(CaseCall call) {
    List<SqlNode> results = new ArrayList<>();
    for (SqlNode result : call.results()) {
      results.add(branch(result));
    }
    SqlNode otherwise =
        call.otherwise() == null
            ? PgLiteral.nullValue(call.getParserPosition())
            : branch(call.otherwise());
    List<SqlNode> all = new ArrayList<>(results);
    all.add(otherwise);
    if (all.contains(null) || all.stream().allMatch(NumericScales::isNull)) {
      return null;
    }
    return areAlike(all)
        ? all.stream().filter(each -> !isNull(each)).findFirst().orElseThrow()
        : new CaseCall(
            call.getParserPosition(),
            call.operand(),
            call.conditions(),
            results,
            otherwise,
            ExpressionType.of(PgTypes.INT4));
  }

  private static SqlNode coalesce(SpecialCall call) {
    List<SqlNode> arguments =
        call.arguments().stream().filter(argument -> !isNull(argument)).toList();
    List<SqlNode> scales = new ArrayList<>();
    List<SqlNode> conditions = new ArrayList<>();
    for (SqlNode argument : arguments) {
      scales.add(of(argument));
      conditions.add(
          new TemplateCall(
              argument.getParserPosition(),
              PRESENT,
              List.of(argument),
              ExpressionType.of(PgTypes.BOOL)));
    }
    return chosen(call, conditions, scales);
  }

  /** GREATEST and LEAST give the first of equal arguments. */
  private static SqlNode extreme(SpecialCall call) {
    List<SqlNode> arguments =
        call.arguments().stream().filter(argument -> !isNull(argument)).toList();
    List<SqlNode> scales = new ArrayList<>();
    List<SqlNode> conditions = new ArrayList<>();
    for (SqlNode argument : arguments) {
      scales.add(of(argument));
      conditions.add(
          new TemplateCall(
              argument.getParserPosition(),
              EQUAL,
              List.of(call, argument),
              ExpressionType.of(PgTypes.BOOL)));
    }
    return chosen(call, conditions, scales);
  }

  private static SqlNode chosen(SqlNode call, List<SqlNode> conditions, List<SqlNode> scales) {
    if (scales.isEmpty() || scales.contains(null)) {
      return null;
    }
    int last = scales.size() - 1;
    return areAlike(scales)
        ? scales.get(0)
        : new CaseCall(
            call.getParserPosition(),
            null,
            conditions.subList(0, last),
            scales.subList(0, last),
            scales.get(last),
            ExpressionType.of(PgTypes.INT4));
  }

  private static SqlNode aggregate(FunctionCall call) {
    SqlNode argument = call.arguments().get(0);
    ExpressionType type = Typed.of(argument);
    if (call.proc().name().equals("sum") && type != null && type.type().equals(PgTypes.INT8)) {
      return number(0);
    }
    SqlNode scale = of(argument);
    if (call.proc().name().equals("abs")) {
      return scale;
    }
    if (scale == null || isFixed(scale)) {
      return scale;
    }
    if (!call.orderBy().isEmpty()) {
      return null;
    }
    String extreme = EXTREMES.get(call.proc().name());
    if (extreme == null) {
      return null;
    }
    return new FunctionCall(
        call.getParserPosition(),
        List.of(extreme),
        extreme.equals("max")
            ? List.of(computed(OF_VALUES, argument, scale))
            : List.of(scale, argument),
        extreme.equals("max") ? call.options() : CallOptions.NONE,
        List.of(),
        call.filter(),
        call.over(),
        null,
        ExpressionType.of(PgTypes.INT4));
  }

  /** The branch's, NULL for a NULL, null when it is not known. */
  private static SqlNode branch(SqlNode result) {
    return isNull(result) ? result : of(result);
  }

  private static boolean isNull(SqlNode node) {
    return node instanceof PgLiteral literal && literal.text() == null;
  }

  private static boolean areAlike(List<SqlNode> scales) {
    Set<Integer> values = new HashSet<>();
    for (SqlNode scale : scales) {
      if (!(scale instanceof PgLiteral)) {
        return false;
      }
      if (!isNull(scale)) {
        values.add(value(scale));
      }
    }
    return values.size() == 1;
  }

  /** Whether every column of an expression is a key of the groups, or within an aggregate. */
  private static boolean isGrouped(SqlNode node, List<SqlNode> groupBy) {
    if (groupBy.stream().anyMatch(key -> key.equalsDeep(node, Litmus.IGNORE))) {
      return true;
    }
    if (node instanceof FunctionCall call && isAggregate(call)) {
      return true;
    }
    return !(node instanceof ColumnRef)
        && (!(node instanceof PgNode parent)
            || parent.getOperandList().stream().allMatch(each -> isGrouped(each, groupBy)));
  }

  private static boolean isAggregate(FunctionCall call) {
    return call.over() == null
        && (call.proc() == null
            ? EXTREMES.containsValue(call.name().get(0))
            : call.proc().kind() == PgProc.Kind.AGGREGATE);
  }

  /** A query, or what gives another value each time. */
  private static boolean isRepeatedAtCost(SqlNode node) {
    return node instanceof QueryNode
        || node instanceof FunctionCall call
            && call.proc() != null
            && call.proc().volatility() == 'v'
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(NumericScales::isRepeatedAtCost);
  }

  private static int value(SqlNode literal) {
    return Integer.parseInt(((PgLiteral) literal).text());
  }

  private static SqlNode number(int value) {
    return PgLiteral.number(SqlParserPos.ZERO, Integer.toString(value));
  }

  private static SqlNode computed(Template template, SqlNode left, SqlNode right) {
    return new TemplateCall(
        left.getParserPosition(), template, List.of(left, right), ExpressionType.of(PgTypes.INT4));
  }
}
