package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Calls that put elements into ranges or take them out: elements travel as text in UTC. */
final class RangeElements {
  private static final Template NUMBER = Template.parse("CAST({0} AS VARCHAR)");
  private static final Template DATE =
      Template.parse("replace(CAST({0} AS VARCHAR), '(BC)', 'BC')");
  private static final Template ZONED =
      Template.parse("replace(CAST(timezone('UTC', {0}) AS VARCHAR), '(BC)', 'BC')");
  private static final Template FROM_TEXT = Template.parse("CAST({0} AS {result})");
  private static final Set<PgType> INTEGERS = Set.of(PgTypes.INT4, PgTypes.INT8);
  private static final Set<PgType> DATES = Set.of(PgTypes.DATE, PgTypes.TIMESTAMP);

  private RangeElements() {}

  static SqlNode call(
      SqlNode call, Template template, List<SqlNode> arguments, ExpressionType type) {
    List<SqlNode> texts = new ArrayList<>();
    for (SqlNode argument : arguments) {
      texts.add(text(argument));
    }
    boolean element =
        INTEGERS.contains(type.type())
            || DATES.contains(type.type())
            || type.type().equals(PgTypes.TIMESTAMPTZ);
    if (!element) {
      return new TemplateCall(
          call.getParserPosition(), template, texts, NumericForms.textForm(type));
    }
    SqlNode text =
        new TemplateCall(
            call.getParserPosition(), template, texts, ExpressionType.of(PgTypes.TEXT));
    return new TemplateCall(call.getParserPosition(), FROM_TEXT, List.of(text), type);
  }

  private static SqlNode text(SqlNode value) {
    PgType type = Typed.typeOf(value);
    if (type == null) {
      return value;
    }
    if (type.equals(PgTypes.NUMERIC)) {
      return NumericForms.toText(List.of(value)).get(0);
    }
    Template template =
        INTEGERS.contains(type)
            ? NUMBER
            : DATES.contains(type) ? DATE : type.equals(PgTypes.TIMESTAMPTZ) ? ZONED : null;
    return template == null
        ? value
        : new TemplateCall(
            value.getParserPosition(), template, List.of(value), ExpressionType.of(PgTypes.TEXT));
  }
}
