package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CommonTableExpressionContext;
import io.duckgres.grammar.PostgresParser.ConstantExprContext;
import io.duckgres.grammar.PostgresParser.CycleClauseContext;
import io.duckgres.grammar.PostgresParser.DataStatementContext;
import io.duckgres.grammar.PostgresParser.SearchClauseContext;
import io.duckgres.grammar.PostgresParser.WithClauseContext;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.CycleClause;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SearchClause;
import io.duckgres.transpiler.tree.SelectInto;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;

/** WITH (manual: "WITH Queries"). */
final class WithBuilder {
  private WithBuilder() {}

  /** The common tables; empty for null. */
  static List<SqlNode> tables(WithClauseContext context) {
    if (context == null) {
      return List.of();
    }
    List<SqlNode> tables = new ArrayList<>(context.tables.size());
    for (CommonTableExpressionContext table : context.tables) {
      tables.add(table(table));
    }
    return tables;
  }

  private static CommonTable table(CommonTableExpressionContext context) {
    Boolean materialized = context.MATERIALIZED() == null ? null : context.NOT() == null;
    return new CommonTable(
        Tokens.position(context),
        Tokens.value(context.name),
        Names.list(context.columns),
        materialized,
        statement(context.dataStatement()),
        search(context.searchClause()),
        cycle(context.cycleClause()));
  }

  private static SqlNode statement(DataStatementContext context) {
    SqlNode statement = DataStatementBuilder.statement(context);
    if (statement instanceof SelectInto into) {
      throw BuildErrors.at(
          SqlState.SYNTAX_ERROR, "SELECT ... INTO is not allowed here", Positions.start(into));
    }
    return statement;
  }

  private static SearchClause search(SearchClauseContext context) {
    return context == null
        ? null
        : new SearchClause(
            context.order.getType() == PostgresParser.BREADTH,
            Names.list(context.columns),
            Tokens.value(context.sequence),
            context.getStart().getStartIndex());
  }

  private static CycleClause cycle(CycleClauseContext context) {
    return context == null
        ? null
        : new CycleClause(
            Names.list(context.columns),
            Tokens.value(context.mark),
            context.markValue == null ? null : constant(context.markValue),
            context.markDefault == null ? null : constant(context.markDefault),
            Tokens.value(context.path),
            context.getStart().getStartIndex());
  }

  private static SqlNode constant(ConstantExprContext context) {
    if (context.constant() != null) {
      return LiteralBuilder.constant(context.constant());
    }
    if (context.builtinTypeLiteral() != null) {
      return PrimaryBuilder.typedLiteral(context.builtinTypeLiteral());
    }
    Token start = context.getStart();
    List<SqlNode> modifiers =
        context.callArguments() == null
            ? List.of()
            : CallBuilder.modifiers(context.callArguments(), context.literal);
    TypeName type = TypeNameBuilder.of(Names.parts(start, context.attributes), modifiers, start);
    return LiteralBuilder.typed(start, type, context.literal);
  }
}
