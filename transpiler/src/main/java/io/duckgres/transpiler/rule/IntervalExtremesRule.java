package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import org.apache.calcite.sql.SqlNode;

/**
 * GREATEST and LEAST of intervals: the engine compares them by their fields there, by their length
 * in its aggregates.
 */
final class IntervalExtremesRule implements StructuralRule {
  private static final Template GREATEST = Template.parse("list_max([{*}])");
  private static final Template LEAST = Template.parse("list_min([{*}])");

  @Override
  public Class<? extends SqlNode> matches() {
    return SpecialCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    SpecialCall call = (SpecialCall) node;
    boolean extreme =
        call.kind() == SpecialCall.Kind.GREATEST || call.kind() == SpecialCall.Kind.LEAST;
    if (!extreme || !PgTypes.INTERVAL.equals(Typed.typeOf(call))) {
      return call;
    }
    return new TemplateCall(
        call.getParserPosition(),
        call.kind() == SpecialCall.Kind.GREATEST ? GREATEST : LEAST,
        call.arguments(),
        call.expressionType());
  }
}
