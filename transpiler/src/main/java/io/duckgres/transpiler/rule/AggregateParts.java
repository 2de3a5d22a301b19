package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Aggregates that are computed from others over the same rows: the average is a sum divided by a
 * count. Each part keeps DISTINCT, FILTER, ORDER BY and OVER of the call.
 */
final class AggregateParts {
  /**
   * One of them.
   *
   * @param name the engine's aggregate
   * @param arguments its arguments, over those of the call
   */
  record Part(String name, List<Template> arguments) {}

  private static final Template ITSELF = Template.parse("{0}");
  private static final Template TRIMMED = Template.parse("pg_numeric_trim_scale({0})");

  private static final Template DELIMITER = Template.parse("coalesce({1}, '')");
  private static final Template SQUARE = Template.parse("CAST({0} AS HUGEINT) * {0}");

  private AggregateParts() {}

  /** The row's template over its parts. */
  static SqlNode combined(FunctionCall call, FunctionRow row) {
    ExpressionType type = row.text() == null ? call.expressionType() : numeric();
    List<SqlNode> given = NumericForms.toNative(call.arguments());
    List<SqlNode> parts = new ArrayList<>();
    for (Part part : row.parts()) {
      List<SqlNode> arguments = new ArrayList<>();
      for (Template template : part.arguments()) {
        arguments.add(argument(call, template, given));
      }
      parts.add(part(call, part.name(), arguments, call.orderBy(), type));
    }
    return row.text() == null
        ? new TemplateCall(call.getParserPosition(), row.sql(), parts, call.expressionType())
        : new TemplateCall(
            call.getParserPosition(),
            row.text(),
            NumericForms.toText(parts),
            NumericForms.textForm(call.expressionType()));
  }

  private static SqlNode argument(FunctionCall call, Template template, List<SqlNode> given) {
    if (template.equals(ITSELF)) {
      return given.get(0);
    }
    if (template.equals(DELIMITER)
        && given.get(1) instanceof PgLiteral text
        && !text.isNullValue()) {
      return text;
    }
    if (call.options().distinct() && template.equals(SQUARE)) {
      // Different values may have the same square.
      throw PgException.notSupported("DISTINCT in " + call.proc().name() + " of integers")
          .withPosition(Positions.start(call) + 1);
    }
    return new TemplateCall(call.getParserPosition(), template, given, null);
  }

  /**
   * Numerics whose scale differs from value to value: all of them, separated by blanks, are handed
   * to a function that adds them up exactly.
   */
  static SqlNode collected(FunctionCall call, FunctionRow row) {
    SqlNode value = NumericForms.toText(call.arguments()).get(0);
    if (call.options().distinct()) {
      value = new TemplateCall(call.getParserPosition(), TRIMMED, List.of(value), Typed.of(value));
    }
    List<SqlNode> arguments = List.of(value, PgLiteral.string(call.getParserPosition(), " "));
    SqlNode all = part(call, "string_agg", arguments, List.of(), ExpressionType.of(PgTypes.TEXT));
    return new TemplateCall(
        call.getParserPosition(),
        row.collect(),
        List.of(all),
        NumericForms.textForm(call.expressionType()));
  }

  private static FunctionCall part(
      FunctionCall call,
      String name,
      List<SqlNode> arguments,
      List<SqlNode> orderBy,
      ExpressionType type) {
    CallOptions options = call.options();
    return new FunctionCall(
        call.getParserPosition(),
        List.of(name),
        arguments,
        options,
        orderBy,
        call.filter(),
        call.over(),
        call.proc(),
        type);
  }

  private static ExpressionType numeric() {
    return ExpressionType.of(PgTypes.NUMERIC);
  }
}
