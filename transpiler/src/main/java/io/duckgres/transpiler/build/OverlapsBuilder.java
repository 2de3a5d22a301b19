package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.OverlapsExprContext;
import io.duckgres.transpiler.tree.RowCall;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code (start, end) OVERLAPS (start, end)}: a call of PostgreSQL's function overlaps. */
final class OverlapsBuilder {
  private OverlapsBuilder() {}

  static SqlNode overlaps(SqlParserPos position, SqlNode left, OverlapsExprContext context) {
    List<SqlNode> arguments = new ArrayList<>(4);
    arguments.addAll(period(left, "left", context.getStart()));
    SqlNode right = ExpressionBuilder.expression(context.right);
    arguments.addAll(period(right, "right", context.right.getStart()));
    return SystemCalls.call(position, "overlaps", arguments);
  }

  private static List<SqlNode> period(SqlNode row, String side, Token start) {
    if (row instanceof RowCall call && call.fields().size() == 2) {
      return call.fields();
    }
    throw BuildErrors.syntax(
        "wrong number of parameters on " + side + " side of OVERLAPS expression", start);
  }
}
