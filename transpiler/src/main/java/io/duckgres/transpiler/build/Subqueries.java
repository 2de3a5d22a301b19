package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.ParenthesesPrimaryContext;
import io.duckgres.grammar.PostgresParser.PrimaryContext;
import io.duckgres.grammar.PostgresParser.PrimaryExprContext;
import io.duckgres.grammar.PostgresParser.QuantifiedPrimaryContext;
import io.duckgres.grammar.PostgresParser.SubqueryPrimaryContext;
import io.duckgres.transpiler.tree.QueryNode;

/** Expressions that are nothing but a query, ANY or ALL, or a list in brackets. */
final class Subqueries {
  private Subqueries() {}

  /** The query, when the expression is a query in any number of brackets; otherwise null. */
  static QueryNode query(ExprContext expression) {
    return primary(expression) instanceof SubqueryPrimaryContext subquery
            && subquery.indirection().isEmpty()
        ? QueryBuilder.query(subquery.query)
        : null;
  }

  /** ANY or ALL with its brackets, or null. */
  static QuantifiedPrimaryContext quantified(ExprContext expression) {
    return expression instanceof PrimaryExprContext primary
            && primary.primary() instanceof QuantifiedPrimaryContext quantified
        ? quantified
        : null;
  }

  /** A row without the word ROW, in any number of brackets; otherwise null. */
  static ParenthesesPrimaryContext implicitRow(ExprContext expression) {
    return primary(expression) instanceof ParenthesesPrimaryContext row
            && row.expressions.size() > 1
        ? row
        : null;
  }

  /** The operand inside brackets that hold nothing else. */
  private static PrimaryContext primary(ExprContext expression) {
    ExprContext at = expression;
    while (at instanceof PrimaryExprContext operand) {
      PrimaryContext primary = operand.primary();
      if (primary instanceof ParenthesesPrimaryContext brackets
          && brackets.expressions.size() == 1
          && brackets.indirection().isEmpty()) {
        at = brackets.expressions.get(0);
      } else {
        return primary;
      }
    }
    return null;
  }
}
