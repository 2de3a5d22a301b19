package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.LimitClauseContext;
import io.duckgres.grammar.PostgresParser.OffsetClauseContext;
import io.duckgres.grammar.PostgresParser.QueryBodyContext;
import io.duckgres.grammar.PostgresParser.SelectLimitContext;
import io.duckgres.grammar.PostgresParser.WithClauseContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * WITH, ORDER BY, LIMIT and locking around a query. Around a query in brackets they join those
 * within: {@code (SELECT … LIMIT 2) ORDER BY x} sorts before it limits (gram.y:
 * insertSelectOptions).
 */
final class QueryClauses {
  private QueryClauses() {}

  /**
   * @param inner what the clauses surround; a {@link QueryNode} is a query in brackets with clauses
   * @param with WITH, or null
   */
  static QueryNode around(SqlNode inner, WithClauseContext with, QueryBodyContext body) {
    QueryNode bracketed = inner instanceof QueryNode query ? query : null;
    List<SqlNode> orderBy = SortBuilder.items(body.sortClause());
    SelectLimitContext limits = body.selectLimit();
    LimitClauseContext limitClause = limits == null ? null : limits.limitClause();
    OffsetClauseContext offsetClause = limits == null ? null : limits.offsetClause();
    SqlNode limit = limitClause == null ? null : LimitBuilder.limit(limitClause);
    SqlNode offset =
        offsetClause == null ? null : ExpressionBuilder.expression(offsetClause.offset);
    List<String> locking = LockingBuilder.clauses(body.lockingClause());
    boolean withTies = limitClause != null && LimitBuilder.isWithTies(limitClause);
    List<SqlNode> tables = WithBuilder.tables(with);
    boolean recursive = with != null && with.recursive != null;
    SqlNode core = inner;
    if (bracketed != null) {
      core = bracketed.body();
      orderBy = onlyOne("ORDER BY", bracketed.orderBy(), orderBy);
      offset = onlyOne("OFFSET", bracketed.offset(), offset);
      limit = onlyOne("LIMIT", bracketed.limit(), limit);
      withTies |= bracketed.withTies();
      locking = joined(bracketed.locking(), locking);
      if (!bracketed.with().isEmpty()) {
        if (with != null) {
          throw BuildErrors.syntax("multiple WITH clauses not allowed", with.getStart());
        }
        tables = bracketed.with();
        recursive = bracketed.recursive();
      }
    }
    if (withTies) {
      checkTies(orderBy, locking);
    }
    return new QueryNode(
        Tokens.position((with == null ? body : with).getStart(), body),
        recursive,
        tables,
        core,
        orderBy,
        limit,
        withTies,
        offset,
        locking);
  }

  /** Whether the query is nothing but its body. */
  static boolean hasNone(QueryNode query) {
    return query.with().isEmpty()
        && query.orderBy().isEmpty()
        && query.limit() == null
        && query.offset() == null
        && query.locking().isEmpty();
  }

  private static List<SqlNode> onlyOne(String clause, List<SqlNode> within, List<SqlNode> around) {
    if (within.isEmpty()) {
      return around;
    }
    if (!around.isEmpty()) {
      throw multiple(clause, around.get(0));
    }
    return within;
  }

  private static SqlNode onlyOne(String clause, SqlNode within, SqlNode around) {
    if (within != null && around != null) {
      throw multiple(clause, around);
    }
    return within != null ? within : around;
  }

  private static PgException multiple(String clause, SqlNode at) {
    return BuildErrors.at(
        SqlState.SYNTAX_ERROR,
        "multiple " + clause + " clauses not allowed",
        Locations.leftmost(at));
  }

  private static List<String> joined(List<String> within, List<String> around) {
    if (within.isEmpty() || around.isEmpty()) {
      return within.isEmpty() ? around : within;
    }
    List<String> joined = new ArrayList<>(within);
    joined.addAll(around);
    return joined;
  }

  private static void checkTies(List<SqlNode> orderBy, List<String> locking) {
    if (orderBy.isEmpty()) {
      throw new PgException(
          SqlState.SYNTAX_ERROR, "WITH TIES cannot be specified without ORDER BY clause");
    }
    if (locking.stream().anyMatch(LockingBuilder::skipsLocked)) {
      throw new PgException(
          SqlState.SYNTAX_ERROR, "SKIP LOCKED and WITH TIES options cannot be used together");
    }
  }
}
