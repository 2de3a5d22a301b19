package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import org.apache.calcite.sql.SqlNode;

/**
 * The constants of {@code set_config(name, value, is_local)} as one argument of a session value.
 */
final class SetConfigArgument {
  private SetConfigArgument() {}

  /**
   * Whether it is local, the name and the value, each but the last followed by a zero character.
   */
  static String of(FunctionCall call) {
    return text(call, 2) + '\0' + text(call, 0) + '\0' + text(call, 1);
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
