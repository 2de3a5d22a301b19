package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.ArithmeticExprContext;
import io.duckgres.grammar.PostgresParser.AtLocalExprContext;
import io.duckgres.grammar.PostgresParser.AtTimeZoneExprContext;
import io.duckgres.grammar.PostgresParser.BetweenExprContext;
import io.duckgres.grammar.PostgresParser.CastExprContext;
import io.duckgres.grammar.PostgresParser.CollateExprContext;
import io.duckgres.grammar.PostgresParser.ComparisonExprContext;
import io.duckgres.grammar.PostgresParser.DistinctFromExprContext;
import io.duckgres.grammar.PostgresParser.EscapeExprContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.InExprContext;
import io.duckgres.grammar.PostgresParser.IsExprContext;
import io.duckgres.grammar.PostgresParser.IsNullExprContext;
import io.duckgres.grammar.PostgresParser.LikeExprContext;
import io.duckgres.grammar.PostgresParser.NotNullExprContext;
import io.duckgres.grammar.PostgresParser.OperatorExprContext;
import io.duckgres.grammar.PostgresParser.OverlapsExprContext;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.DistinctFromCall;
import io.duckgres.transpiler.tree.TestCall;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What may follow an operand: an operator with its right side, a cast, a test. */
final class PostfixBuilder {
  private PostfixBuilder() {}

  /**
   * @param left the operand, already built
   * @param context the expression that begins with it
   */
  static SqlNode apply(SqlNode left, ExprContext context) {
    if (context instanceof ComparisonExprContext comparison) {
      return OperatorBuilder.binary(left, comparison.op, comparison.right, comparison);
    }
    if (context instanceof ArithmeticExprContext arithmetic) {
      return OperatorBuilder.binary(left, arithmetic.op, arithmetic.right, arithmetic);
    }
    if (context instanceof OperatorExprContext operator) {
      return OperatorBuilder.binary(left, operator.op, operator.right, operator);
    }
    Token second = Tokens.second(context);
    SqlParserPos position = Tokens.position(second, context);
    if (context instanceof CastExprContext cast) {
      return new CastCall(position, left, TypeNameBuilder.typeName(cast.typeName()), false);
    }
    if (context instanceof InExprContext in) {
      return MembershipBuilder.in(position, left, in);
    }
    if (context instanceof LikeExprContext like) {
      return PatternBuilder.like(position, left, like);
    }
    if (context instanceof BetweenExprContext between) {
      return MembershipBuilder.between(position, left, between);
    }
    if (context instanceof IsExprContext is) {
      return IsTestBuilder.is(position, left, is);
    }
    if (context instanceof IsNullExprContext) {
      return new TestCall(position, TestCall.Kind.IS_NULL, left);
    }
    if (context instanceof NotNullExprContext) {
      return new TestCall(position, TestCall.Kind.IS_NOT_NULL, left);
    }
    if (context instanceof DistinctFromExprContext distinct) {
      SqlNode right = ExpressionBuilder.expression(distinct.right);
      return new DistinctFromCall(position, distinct.negation != null, left, right);
    }
    if (context instanceof CollateExprContext collate) {
      return new CollateCall(position, left, Names.qualified(collate.anyName()));
    }
    if (context instanceof AtTimeZoneExprContext zoned) {
      SqlNode zone = ExpressionBuilder.expression(zoned.zone);
      return SystemCalls.call(position, "timezone", zone, left);
    }
    if (context instanceof AtLocalExprContext) {
      return SystemCalls.call(position, "timezone", left);
    }
    if (context instanceof OverlapsExprContext overlaps) {
      return OverlapsBuilder.overlaps(position, left, overlaps);
    }
    throw BuildErrors.near("syntax error", ((EscapeExprContext) context).ESCAPE().getSymbol());
  }
}
