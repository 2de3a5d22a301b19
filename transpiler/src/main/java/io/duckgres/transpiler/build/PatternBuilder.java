package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.EscapeExprContext;
import io.duckgres.grammar.PostgresParser.LikeExprContext;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * LIKE, ILIKE and SIMILAR TO: the operators {@code ~~}, {@code ~~*} and {@code ~}, their patterns
 * rewritten by a function where ESCAPE or SIMILAR TO asks for it.
 */
final class PatternBuilder {
  private PatternBuilder() {}

  static SqlNode like(SqlParserPos position, SqlNode left, LikeExprContext context) {
    boolean similar = context.op.getType() == PostgresParser.SIMILAR;
    OperatorName operator = operator(context);
    if (!similar && !(context.pattern instanceof EscapeExprContext)) {
      return OperatorBuilder.binary(position, operator, left, context.pattern);
    }
    String function = similar ? "similar_to_escape" : "like_escape";
    return operator.call(position, left, pattern(position, function, context));
  }

  private static SqlNode pattern(SqlParserPos position, String function, LikeExprContext context) {
    if (context.pattern instanceof EscapeExprContext escape) {
      return SystemCalls.call(
          position,
          function,
          ExpressionBuilder.expression(escape.operand),
          ExpressionBuilder.expression(escape.character));
    }
    return SystemCalls.call(position, function, ExpressionBuilder.expression(context.pattern));
  }

  private static OperatorName operator(LikeExprContext context) {
    String symbol =
        switch (context.op.getType()) {
          case PostgresParser.LIKE -> "~~";
          case PostgresParser.ILIKE -> "~~*";
          default -> "~";
        };
    return new OperatorName(null, context.negation == null ? symbol : "!" + symbol);
  }
}
