package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.ArithmeticBexprContext;
import io.duckgres.grammar.PostgresParser.BexprContext;
import io.duckgres.grammar.PostgresParser.CastBexprContext;
import io.duckgres.grammar.PostgresParser.ComparisonBexprContext;
import io.duckgres.grammar.PostgresParser.DistinctFromBexprContext;
import io.duckgres.grammar.PostgresParser.OperatorBexprContext;
import io.duckgres.grammar.PostgresParser.PrefixOperatorBexprContext;
import io.duckgres.grammar.PostgresParser.PrimaryBexprContext;
import io.duckgres.grammar.PostgresParser.SignBexprContext;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.DistinctFromCall;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Expressions without the boolean operators (gram.y: b_expr), built in a loop like all others. */
final class RestrictedExpressionBuilder {
  private RestrictedExpressionBuilder() {}

  static SqlNode expression(BexprContext expression) {
    Deque<BexprContext> outer = new ArrayDeque<>();
    BexprContext at = expression;
    while (at.getChild(0) instanceof BexprContext inner) {
      outer.push(at);
      at = inner;
    }
    SqlNode node = first(at);
    while (!outer.isEmpty()) {
      node = apply(node, outer.pop());
    }
    return node;
  }

  private static SqlNode first(BexprContext context) {
    if (context instanceof SignBexprContext sign) {
      return OperatorBuilder.signed(sign.op, expression(sign.operand), sign);
    }
    if (context instanceof PrefixOperatorBexprContext prefix) {
      return OperatorBuilder.prefix(prefix.op, expression(prefix.operand), prefix);
    }
    return PrimaryBuilder.primary(((PrimaryBexprContext) context).primary());
  }

  private static SqlNode apply(SqlNode left, BexprContext context) {
    Token second = Tokens.second(context);
    SqlParserPos position = Tokens.position(second, context);
    if (context instanceof ArithmeticBexprContext arithmetic) {
      return OperatorName.of(second).call(position, left, expression(arithmetic.right));
    }
    if (context instanceof CastBexprContext cast) {
      return new CastCall(position, left, TypeNameBuilder.typeName(cast.typeName()), false);
    }
    if (context instanceof OperatorBexprContext operator) {
      SqlNode right = expression(operator.right);
      return OperatorName.of(operator.op).call(position, left, right);
    }
    if (context instanceof ComparisonBexprContext comparison) {
      return OperatorName.of(second).call(position, left, expression(comparison.right));
    }
    if (context instanceof DistinctFromBexprContext distinct) {
      SqlNode right = expression(distinct.right);
      return new DistinctFromCall(position, distinct.negation != null, left, right);
    }
    throw BuildErrors.notSupported("IS DOCUMENT", second);
  }
}
