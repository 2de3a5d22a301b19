package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.IntoClauseContext;
import io.duckgres.grammar.PostgresParser.ParenthesizedQueryContext;
import io.duckgres.grammar.PostgresParser.QueryBodyContext;
import io.duckgres.grammar.PostgresParser.QueryExpressionContext;
import io.duckgres.grammar.PostgresParser.QueryOperandContext;
import io.duckgres.grammar.PostgresParser.QueryPrimaryContext;
import io.duckgres.grammar.PostgresParser.SelectStmtContext;
import io.duckgres.grammar.PostgresParser.SelectWithParensContext;
import io.duckgres.grammar.PostgresParser.SetOperationContext;
import io.duckgres.grammar.PostgresParser.SimpleSelectContext;
import io.duckgres.grammar.PostgresParser.WithClauseContext;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectInto;
import io.duckgres.transpiler.tree.SetOperation;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.calcite.sql.SqlNode;

/** Queries (manual: SELECT, VALUES, TABLE). Chains of set operations are built in a loop. */
public final class QueryBuilder {
  private static final String NOT_HERE = "SELECT ... INTO is not allowed here";
  private static final String NOT_FIRST =
      "INTO is only allowed on first SELECT of UNION/INTERSECT/EXCEPT";

  private QueryBuilder() {}

  /**
   * A query, which may have brackets around it and must not have INTO.
   *
   * @throws io.duckgres.pgtype.PgException what PostgreSQL refuses by the syntax alone
   */
  public static QueryNode query(SelectStmtContext context) {
    refuseInto(leftmostInto(context.queryBody()), NOT_HERE);
    return clauses(context.withClause(), context.queryBody());
  }

  /** A query in brackets, without INTO. */
  public static QueryNode query(SelectWithParensContext context) {
    return query(context.selectStmt());
  }

  /**
   * A query that is a statement.
   *
   * @param with its WITH clause, or null
   * @return a {@link QueryNode}, or a {@link SelectInto} when its first SELECT has INTO
   */
  static SqlNode statement(WithClauseContext with, QueryBodyContext body) {
    QueryNode query = clauses(with, body);
    IntoClauseContext into = leftmostInto(body);
    return into == null
        ? query
        : new SelectInto(
            Tokens.position(into.anyName()),
            Names.relation(into.anyName()),
            persistence(into),
            query);
  }

  private static QueryNode clauses(WithClauseContext with, QueryBodyContext body) {
    SqlNode inner = expression(body.queryExpression());
    return QueryClauses.around(inner, with, body);
  }

  private static SqlNode expression(QueryExpressionContext context) {
    Deque<SetOperationContext> outer = new ArrayDeque<>();
    QueryExpressionContext at = context;
    while (at instanceof SetOperationContext operation) {
      outer.push(operation);
      at = operation.left;
    }
    SqlNode node = primary(((QueryOperandContext) at).queryPrimary());
    while (!outer.isEmpty()) {
      node = combine(node, outer.pop());
    }
    return node;
  }

  private static SetOperation combine(SqlNode left, SetOperationContext context) {
    refuseInto(leftmostInto(context.right), NOT_FIRST);
    boolean all = context.quantifier != null && context.quantifier.getType() == PostgresParser.ALL;
    SetOperation.Kind kind =
        switch (context.op.getType()) {
          case PostgresParser.UNION -> SetOperation.Kind.UNION;
          case PostgresParser.INTERSECT -> SetOperation.Kind.INTERSECT;
          default -> SetOperation.Kind.EXCEPT;
        };
    return new SetOperation(Tokens.position(context), kind, all, left, expression(context.right));
  }

  private static SqlNode primary(QueryPrimaryContext context) {
    if (!(context instanceof ParenthesizedQueryContext parenthesized)) {
      return SelectBuilder.core(context);
    }
    SelectStmtContext inner = parenthesized.selectWithParens().selectStmt();
    QueryNode query = clauses(inner.withClause(), inner.queryBody());
    return QueryClauses.hasNone(query) ? query.body() : query;
  }

  /** INTO of the first SELECT, or null. */
  private static IntoClauseContext leftmostInto(QueryBodyContext body) {
    return leftmostInto(body.queryExpression());
  }

  private static IntoClauseContext leftmostInto(QueryExpressionContext expression) {
    QueryExpressionContext at = expression;
    while (true) {
      if (at instanceof SetOperationContext operation) {
        at = operation.left;
        continue;
      }
      QueryPrimaryContext primary = ((QueryOperandContext) at).queryPrimary();
      if (primary instanceof ParenthesizedQueryContext parenthesized) {
        at = parenthesized.selectWithParens().selectStmt().queryBody().queryExpression();
        continue;
      }
      return primary instanceof SimpleSelectContext select ? select.intoClause() : null;
    }
  }

  private static void refuseInto(IntoClauseContext into, String message) {
    if (into != null) {
      throw BuildErrors.syntax(message, into.anyName().getStart());
    }
  }

  private static SelectInto.Persistence persistence(IntoClauseContext into) {
    if (into.persistence == null) {
      return SelectInto.Persistence.PERMANENT;
    }
    return into.persistence.getType() == PostgresParser.UNLOGGED
        ? SelectInto.Persistence.UNLOGGED
        : SelectInto.Persistence.TEMPORARY;
  }
}
