package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import org.apache.calcite.sql.SqlNode;

/**
 * The arguments of {@code set_config(name, value, is_local)} as one argument of a session value.
 */
final class SetConfigArgument {
  private SetConfigArgument() {}

  /**
   * Whether it is local, the name, and the value as {@code =constant} or as {@code $n} for a
   * parameter, separated by zero characters.
   */
  static String of(FunctionCall call) {
    String start = text(call, 2) + '\0' + text(call, 0) + '\0';
    SqlNode value = call.arguments().get(1);
    return value instanceof ParameterRef parameter
            && parameter.source() instanceof PlanParameter.Client client
        ? start + '$' + client.number()
        : start + '=' + text(call, 1);
  }

  private static String text(FunctionCall call, int index) {
    SqlNode argument = call.arguments().get(index);
    if (argument instanceof PgLiteral literal && literal.text() != null) {
      return literal.text();
    }
    throw PgException.notSupported("set_config with arguments that are not constants")
        .withPosition(Positions.start(call) + 1);
  }
}
