package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.ValueFunction;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** CURRENT_DATE and its kin: the engine's transaction clock, or what the session knows. */
final class ValueFunctionRule implements StructuralRule {
  @Override
  public Class<? extends SqlNode> matches() {
    return ValueFunction.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    ValueFunction function = (ValueFunction) node;
    return switch (function.kind()) {
      case CURRENT_DATE -> clock(function, "current_date");
      case CURRENT_TIME -> clock(function, rounded(function, "CAST(now() AS TIME WITH TIME ZONE)"));
      case CURRENT_TIMESTAMP -> clock(function, rounded(function, "now()"));
      case LOCALTIME ->
          clock(function, rounded(function, "CAST(CAST(now() AS TIMESTAMP) AS TIME)"));
      case LOCALTIMESTAMP -> clock(function, rounded(function, "CAST(now() AS TIMESTAMP)"));
      case CURRENT_ROLE, CURRENT_USER, USER -> session(function, SessionValue.CURRENT_USER);
      case SESSION_USER, SYSTEM_USER -> session(function, SessionValue.SESSION_USER);
      case CURRENT_CATALOG -> session(function, SessionValue.CURRENT_DATABASE);
      case CURRENT_SCHEMA -> session(function, SessionValue.CURRENT_SCHEMA);
    };
  }

  private static String rounded(ValueFunction function, String clock) {
    int precision = function.precision();
    return precision < 0 || precision >= 6
        ? clock
        : TimePrecision.sql(clock, function.expressionType().type(), precision);
  }

  private static SqlNode clock(ValueFunction function, String sql) {
    return new TemplateCall(
        function.getParserPosition(), Template.parse(sql), List.of(), function.expressionType());
  }

  private static SqlNode session(ValueFunction function, SessionValue value) {
    return new ParameterRef(
        function.getParserPosition(),
        new PlanParameter.Session(value, null),
        function.expressionType());
  }
}
