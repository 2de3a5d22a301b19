package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Text search without a configuration follows default_text_search_config. */
final class SearchCallRule implements StructuralRule {
  private static final Set<String> BY_DEFAULT =
      Set.of(
          "to_tsvector(text)",
          "to_tsquery(text)",
          "plainto_tsquery(text)",
          "phraseto_tsquery(text)");

  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionCall call = (FunctionCall) node;
    if (call.proc() == null || !BY_DEFAULT.contains(call.proc().signature())) {
      return call;
    }
    ParameterRef configuration =
        new ParameterRef(
            call.getParserPosition(),
            new PlanParameter.Session(SessionValue.SETTING, "default_text_search_config"),
            ExpressionType.of(PgTypes.TEXT));
    return new TemplateCall(
        call.getParserPosition(),
        Template.parse("pg_" + call.proc().name() + "({*})"),
        List.of(configuration, call.arguments().get(0)),
        call.expressionType());
  }
}
