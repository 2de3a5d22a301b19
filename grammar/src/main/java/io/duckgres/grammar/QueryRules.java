package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.AliasColumnContext;
import io.duckgres.grammar.PostgresParser.FunctionAliasContext;
import io.duckgres.grammar.PostgresParser.LimitClauseContext;
import io.duckgres.grammar.PostgresParser.TablePrimaryContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What PostgreSQL's grammar refuses in queries. */
final class QueryRules {
  private QueryRules() {}

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
    if (context.columns.isEmpty()) {
      return;
    }
    boolean typed = context.name == null || context.columns.get(0).typeName() != null;
    for (AliasColumnContext column : context.columns) {
      if (typed != (column.typeName() != null)) {
        rules.refuse(typed ? behind(context, column) : column.typeName().getStart());
        return;
      }
    }
  }

  private static Token behind(FunctionAliasContext context, AliasColumnContext column) {
    int index = context.children.indexOf(column);
    return ((TerminalNode) context.getChild(index + 1)).getSymbol();
  }

  static void check(LimitClauseContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.LimitContext limit
        && limit.offsetOfOtherDialects != null) {
      rules.refuse(
          limit.getStart(),
          "LIMIT #,# syntax is not supported",
          "Use separate LIMIT and OFFSET clauses.");
    }
  }
}
