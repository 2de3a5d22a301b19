package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.QualifiedOperatorContext;
import io.duckgres.grammar.PostgresParser.QuantifiedPrimaryContext;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QuantifiedCall;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Operators with one or two operands, and those before ANY and ALL. */
final class OperatorBuilder {
  private OperatorBuilder() {}

  static SqlNode binary(SqlNode left, Token operator, ExprContext right, ParserRuleContext whole) {
    SqlParserPos position = Tokens.position(operator, whole);
    return binary(position, OperatorName.of(operator), left, right);
  }

  static SqlNode binary(
      SqlNode left, QualifiedOperatorContext operator, ExprContext right, ParserRuleContext whole) {
    SqlParserPos position = Tokens.position(operator.getStart(), whole);
    return binary(position, OperatorName.of(operator), left, right);
  }

  static SqlNode binary(
      SqlParserPos position, OperatorName operator, SqlNode left, ExprContext right) {
    QuantifiedPrimaryContext quantified = Subqueries.quantified(right);
    return quantified != null
        ? quantified(position, operator, left, quantified)
        : operator.call(position, left, ExpressionBuilder.expression(right));
  }

  static SqlNode prefix(
      QualifiedOperatorContext operator, SqlNode operand, ParserRuleContext whole) {
    return OperatorName.of(operator).call(Tokens.position(whole), null, operand);
  }

  /** A sign; before a number it becomes part of it (gram.y: doNegate). */
  static SqlNode signed(Token sign, SqlNode operand, ParserRuleContext whole) {
    SqlParserPos position = Tokens.position(sign, whole);
    if (sign.getType() == PostgresParser.MINUS && LiteralBuilder.isNumber(operand)) {
      return LiteralBuilder.negated(position, (PgLiteral) operand);
    }
    return new OperatorCall(position, null, Tokens.value(sign), null, operand, null);
  }

  private static SqlNode quantified(
      SqlParserPos position,
      OperatorName operator,
      SqlNode left,
      QuantifiedPrimaryContext context) {
    boolean all = context.quantifier.getType() == PostgresParser.ALL;
    return new QuantifiedCall(
        position, operator.schema(), operator.symbol(), all, false, left, source(context), null);
  }

  private static SqlNode source(QuantifiedPrimaryContext context) {
    if (context.query != null) {
      return QueryBuilder.query(context.query);
    }
    SqlNode query = Subqueries.query(context.array);
    return query != null ? query : ExpressionBuilder.expression(context.array);
  }
}
