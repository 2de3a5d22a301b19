package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** GREATEST and LEAST of values that are sorted by a key: the value beside the greatest key. */
final class GreatestKeyRule implements StructuralRule {
  @Override
  public Class<? extends SqlNode> matches() {
    return SpecialCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    SpecialCall call = (SpecialCall) node;
    boolean greatest = call.kind() == SpecialCall.Kind.GREATEST;
    if (!greatest && call.kind() != SpecialCall.Kind.LEAST
        || !SortKeyRule.applies(
            call.expressionType() == null ? null : call.expressionType().type())) {
      return call;
    }
    StringBuilder pairs = new StringBuilder();
    List<SqlNode> operands = new ArrayList<>();
    for (SqlNode argument : call.arguments()) {
      pairs.append(pairs.isEmpty() ? "" : ", ");
      pairs.append("{'key': {").append(operands.size()).append("}, 'value': {");
      pairs.append(operands.size() + 1).append("}}");
      operands.add(SortKeyRule.key(argument));
      operands.add(argument);
    }
    Template template =
        Template.parse(
            "list_extract(list_transform([list_"
                + (greatest ? "max" : "min")
                + "(list_filter(["
                + pairs
                + "], lambda pair_: pair_.key IS NOT NULL))], lambda pair_: pair_.value), 1)");
    return new TemplateCall(call.getParserPosition(), template, operands, call.expressionType());
  }
}
