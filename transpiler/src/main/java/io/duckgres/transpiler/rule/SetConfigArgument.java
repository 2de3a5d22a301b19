package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import org.apache.calcite.sql.SqlNode;

/**
 * The arguments of {@code set_config(name, value, is_local)} as one argument of a session value.
 */
final class SetConfigArgument {
  private SetConfigArgument() {}

  /**
   * Whether it is local, the name, and the value as {@code =constant} or as {@code $n} for a
   * parameter, separated by zero characters; null when they are known only when it is called.
   */
  static String of(FunctionCall call) {
    String name = text(call, 0);
    String local = text(call, 2);
    if (name == null || local == null) {
      return null;
    }
    String start = local + '\0' + name + '\0';
    SqlNode value = call.arguments().get(1);
    if (value instanceof ParameterRef parameter
        && parameter.source() instanceof PlanParameter.Client client) {
      return start + '$' + client.number();
    }
    String constant = text(call, 1);
    return constant == null ? null : start + '=' + constant;
  }

  private static String text(FunctionCall call, int index) {
    return call.arguments().get(index) instanceof PgLiteral literal ? literal.text() : null;
  }
}
