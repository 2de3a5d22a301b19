package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.BetweenExprContext;
import io.duckgres.grammar.PostgresParser.InExprContext;
import io.duckgres.grammar.PostgresParser.InListContext;
import io.duckgres.grammar.PostgresParser.InQueryContext;
import io.duckgres.transpiler.tree.BetweenCall;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** IN and BETWEEN, at their first word. */
final class MembershipBuilder {
  private MembershipBuilder() {}

  /** {@code IN (query)} is {@code = ANY (query)}, {@code NOT IN (query)} is {@code <> ALL}. */
  static SqlNode in(SqlParserPos position, SqlNode left, InExprContext context) {
    boolean negated = context.negation != null;
    QueryNode query = query(context);
    if (query != null) {
      return new QuantifiedCall(
          position, null, negated ? "<>" : "=", negated, true, left, query, null);
    }
    InListContext list = (InListContext) context.members;
    return new InListCall(position, negated, left, ExpressionBuilder.expressions(list.expressions));
  }

  static SqlNode between(SqlParserPos position, SqlNode left, BetweenExprContext context) {
    boolean symmetric =
        context.symmetry != null && context.symmetry.getType() == PostgresParser.SYMMETRIC;
    return new BetweenCall(
        position,
        context.negation != null,
        symmetric,
        left,
        ExpressionBuilder.restricted(context.lower),
        ExpressionBuilder.expression(context.upper));
  }

  private static QueryNode query(InExprContext context) {
    if (context.members instanceof InQueryContext in) {
      return QueryBuilder.query(in.query);
    }
    InListContext list = (InListContext) context.members;
    return list.expressions.size() == 1 ? Subqueries.query(list.expressions.get(0)) : null;
  }
}
