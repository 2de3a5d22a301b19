package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.MergeDeleteContext;
import io.duckgres.grammar.PostgresParser.MergeInsertActionContext;
import io.duckgres.grammar.PostgresParser.MergeInsertContext;
import io.duckgres.grammar.PostgresParser.MergeMatchedActionContext;
import io.duckgres.grammar.PostgresParser.MergeMatchedContext;
import io.duckgres.grammar.PostgresParser.MergeNotMatchedBySourceContext;
import io.duckgres.grammar.PostgresParser.MergeNotMatchedContext;
import io.duckgres.grammar.PostgresParser.MergeStmtContext;
import io.duckgres.grammar.PostgresParser.MergeUpdateContext;
import io.duckgres.grammar.PostgresParser.MergeWhenContext;
import io.duckgres.grammar.PostgresParser.WithClauseContext;
import io.duckgres.transpiler.tree.MergeNode;
import io.duckgres.transpiler.tree.MergeWhen;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.MergeWhen.Match;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** MERGE (manual: MERGE). */
final class MergeBuilder {
  private MergeBuilder() {}

  static MergeNode merge(WithClauseContext with, MergeStmtContext context) {
    List<SqlNode> whens = new ArrayList<>();
    for (MergeWhenContext when : context.whens) {
      whens.add(when(when));
    }
    return new MergeNode(
        DataStatementBuilder.position(with, context),
        DataStatementBuilder.isRecursive(with),
        WithBuilder.tables(with),
        RelationBuilder.target(context.target_),
        FromBuilder.items(List.of(context.source)).get(0),
        ExpressionBuilder.expression(context.condition),
        whens,
        DataStatementBuilder.returning(context.returningClause()));
  }

  private static MergeWhen when(MergeWhenContext context) {
    if (context instanceof MergeMatchedContext matched) {
      SqlNode condition = condition(matched.condition);
      return matched(context, Match.MATCHED, condition, matched.mergeMatchedAction());
    }
    if (context instanceof MergeNotMatchedBySourceContext missing) {
      SqlNode condition = condition(missing.condition);
      return matched(context, Match.NOT_MATCHED_BY_SOURCE, condition, missing.mergeMatchedAction());
    }
    MergeNotMatchedContext missing = (MergeNotMatchedContext) context;
    return inserted(context, condition(missing.condition), missing.mergeInsertAction());
  }

  private static SqlNode condition(PostgresParser.ExprContext condition) {
    return condition == null ? null : ExpressionBuilder.expression(condition);
  }

  private static MergeWhen matched(
      MergeWhenContext context, Match match, SqlNode condition, MergeMatchedActionContext action) {
    boolean update = action instanceof MergeUpdateContext;
    List<SqlNode> assignments =
        update
            ? AssignmentBuilder.assignments(((MergeUpdateContext) action).assignments)
            : List.of();
    Action kind =
        update
            ? Action.UPDATE
            : action instanceof MergeDeleteContext ? Action.DELETE : Action.NOTHING;
    return new MergeWhen(
        Tokens.position(context), match, condition, kind, assignments, List.of(), null, List.of());
  }

  private static MergeWhen inserted(
      MergeWhenContext context, SqlNode condition, MergeInsertActionContext action) {
    if (!(action instanceof MergeInsertContext insert)) {
      return new MergeWhen(
          Tokens.position(context),
          Match.NOT_MATCHED_BY_TARGET,
          condition,
          Action.NOTHING,
          List.of(),
          List.of(),
          null,
          List.of());
    }
    return new MergeWhen(
        Tokens.position(context),
        Match.NOT_MATCHED_BY_TARGET,
        condition,
        Action.INSERT,
        List.of(),
        AssignmentBuilder.columns(insert.columns),
        DataStatementBuilder.overriding(insert.overriding),
        ExpressionBuilder.expressions(insert.values));
  }
}
