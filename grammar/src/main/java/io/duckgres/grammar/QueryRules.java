package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.AliasColumnContext;
import io.duckgres.grammar.PostgresParser.DataStatementContext;
import io.duckgres.grammar.PostgresParser.FunctionAliasContext;
import io.duckgres.grammar.PostgresParser.LimitClauseContext;
import io.duckgres.grammar.PostgresParser.LockingItemContext;
import io.duckgres.grammar.PostgresParser.QueryBodyContext;
import io.duckgres.grammar.PostgresParser.RowsFromItemContext;
import io.duckgres.grammar.PostgresParser.SelectStmtContext;
import io.duckgres.grammar.PostgresParser.TablePrimaryContext;
import io.duckgres.grammar.PostgresParser.WithClauseContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What PostgreSQL's parser refuses in queries. */
final class QueryRules {
  private QueryRules() {}

  static void check(SelectStmtContext context, SyntaxRules rules) {
    check(context.withClause(), context.queryBody(), rules);
  }

  static void check(DataStatementContext context, SyntaxRules rules) {
    if (context.queryBody() != null) {
      check(context.withClause(), context.queryBody(), rules);
    }
  }

  /**
   * To PostgreSQL a query in brackets is that query: what follows the brackets is added to it, each
   * clause once.
   */
  private static void check(WithClauseContext with, QueryBodyContext body, SyntaxRules rules) {
    boolean sorted = body.sortClause() != null;
    for (SelectStmtContext inner = bracketed(body); inner != null; ) {
      QueryBodyContext innerBody = inner.queryBody();
      if (body.sortClause() != null && innerBody.sortClause() != null) {
        refuseSecond(body.sortClause().items.get(0), "ORDER BY", rules);
      }
      if (offset(body) != null && offset(innerBody) != null) {
        refuseSecond(offset(body), "OFFSET", rules);
      }
      if (limit(body) != null && limit(innerBody) != null) {
        refuseSecond(limit(body), "LIMIT", rules);
      }
      if (with != null && inner.withClause() != null) {
        refuseSecond(with, "WITH", rules);
      }
      sorted |= innerBody.sortClause() != null;
      inner = bracketed(innerBody);
    }
    if (isWithTies(body)) {
      checkTies(body, sorted, rules);
    }
  }

  private static void refuseSecond(ParserRuleContext clause, String name, SyntaxRules rules) {
    Token at = clause.getStart();
    // Brackets around an expression are no part of it.
    while (at.getText().equals("(")) {
      at = rules.behind(at);
    }
    rules.refuse(at, "multiple " + name + " clauses not allowed");
  }

  private static SelectStmtContext bracketed(QueryBodyContext body) {
    return body.queryExpression() instanceof PostgresParser.QueryOperandContext operand
            && operand.queryPrimary() instanceof PostgresParser.ParenthesizedQueryContext brackets
        ? brackets.selectWithParens().selectStmt()
        : null;
  }

  private static ParserRuleContext offset(QueryBodyContext body) {
    return body.selectLimit() == null || body.selectLimit().offsetClause() == null
        ? null
        : body.selectLimit().offsetClause().offset;
  }

  private static ParserRuleContext limit(QueryBodyContext body) {
    LimitClauseContext clause =
        body.selectLimit() == null ? null : body.selectLimit().limitClause();
    if (clause instanceof PostgresParser.LimitContext limit) {
      return limit.count;
    }
    return clause instanceof PostgresParser.FetchFirstContext fetch ? fetch.count : null;
  }

  private static boolean isWithTies(QueryBodyContext body) {
    return body.selectLimit() != null
        && body.selectLimit().limitClause() instanceof PostgresParser.FetchFirstContext fetch
        && fetch.ties != null;
  }

  private static void checkTies(QueryBodyContext body, boolean sorted, SyntaxRules rules) {
    Token at = body.selectLimit().getStart();
    if (!sorted) {
      rules.refuseSomewhere(
          at, SyntaxError.SYNTAX_ERROR, "WITH TIES cannot be specified without ORDER BY clause");
    } else if (body.lockingClause() instanceof PostgresParser.RowLockingContext locking) {
      for (LockingItemContext item : locking.items) {
        if (item.LOCKED() != null) {
          rules.refuseSomewhere(
              at,
              SyntaxError.SYNTAX_ERROR,
              "SKIP LOCKED and WITH TIES options cannot be used together");
        }
      }
    }
  }

  /** Brackets in FROM hold a join or brackets. */
  static void check(TablePrimaryContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.JoinedTableContext joined
        && joined.inner.joins.isEmpty()) {
      boolean brackets =
          joined.inner.first instanceof PostgresParser.JoinedTableContext inner
              && inner.alias() == null;
      if (!brackets) {
        rules.refuse(joined.RP().getSymbol());
      }
    }
  }

  /** All columns of an alias have a type or none has; without a name all must. */
  static void check(FunctionAliasContext context, SyntaxRules rules) {
    if (!context.columns.isEmpty()) {
      boolean typed = context.name == null || context.columns.get(0).typeName() != null;
      checkColumns(context.columns, typed, rules);
    }
  }

  static void check(RowsFromItemContext context, SyntaxRules rules) {
    checkColumns(context.columns, true, rules);
  }

  private static void checkColumns(
      List<AliasColumnContext> columns, boolean typed, SyntaxRules rules) {
    for (AliasColumnContext column : columns) {
      if (typed != (column.typeName() != null)) {
        rules.refuse(typed ? rules.behind(column) : column.typeName().getStart());
        return;
      }
    }
  }

  static void check(LimitClauseContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.LimitContext limit
        && limit.offsetOfOtherDialects != null) {
      rules.refuse(
          limit.getStart(),
          new SyntaxError(
              SyntaxError.SYNTAX_ERROR,
              "LIMIT #,# syntax is not supported",
              rules.position(limit.getStart()),
              null,
              "Use separate LIMIT and OFFSET clauses."));
    }
  }
}
