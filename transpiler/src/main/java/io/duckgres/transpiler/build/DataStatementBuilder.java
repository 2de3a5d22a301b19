package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CurrentOfConditionContext;
import io.duckgres.grammar.PostgresParser.DataStatementContext;
import io.duckgres.grammar.PostgresParser.DeleteStmtContext;
import io.duckgres.grammar.PostgresParser.InsertStmtContext;
import io.duckgres.grammar.PostgresParser.ModifyConditionContext;
import io.duckgres.grammar.PostgresParser.ReturningClauseContext;
import io.duckgres.grammar.PostgresParser.UpdateStmtContext;
import io.duckgres.grammar.PostgresParser.WhereClauseContext;
import io.duckgres.grammar.PostgresParser.WhereConditionContext;
import io.duckgres.grammar.PostgresParser.WithClauseContext;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.CurrentOfCall;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.UpdateNode;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Queries and statements that change rows (gram.y: PreparableStmt). */
public final class DataStatementBuilder {
  private DataStatementBuilder() {}

  /**
   * What EXPLAIN, PREPARE, WITH and COPY take, and what stands alone.
   *
   * @return a {@code QueryNode}, {@code SelectInto}, {@code InsertNode}, {@code UpdateNode}, {@code
   *     DeleteNode} or {@code MergeNode}
   * @throws io.duckgres.pgtype.PgException what gram.y refuses in code; 0A000 for syntax that the
   *     tree has no node for
   */
  public static SqlNode statement(DataStatementContext context) {
    WithClauseContext with = context.withClause();
    if (context.queryBody() != null) {
      return QueryBuilder.statement(with, context.queryBody());
    }
    if (context.insertStmt() != null) {
      return insert(with, context.insertStmt());
    }
    if (context.updateStmt() != null) {
      return update(with, context.updateStmt());
    }
    if (context.deleteStmt() != null) {
      return delete(with, context.deleteStmt());
    }
    return MergeBuilder.merge(with, context.mergeStmt());
  }

  private static InsertNode insert(WithClauseContext with, InsertStmtContext context) {
    Alias alias =
        context.alias_ == null ? null : new Alias(Tokens.value(context.alias_), List.of());
    return new InsertNode(
        position(with, context),
        isRecursive(with),
        WithBuilder.tables(with),
        RelationBuilder.table(context.anyName(), false, alias),
        AssignmentBuilder.columns(context.columns),
        overriding(context.overriding),
        context.query == null ? null : QueryBuilder.query(context.query),
        ConflictBuilder.clause(context.conflictClause()),
        returning(context.returningClause()));
  }

  private static UpdateNode update(WithClauseContext with, UpdateStmtContext context) {
    return new UpdateNode(
        position(with, context),
        isRecursive(with),
        WithBuilder.tables(with),
        RelationBuilder.target(context.target_),
        AssignmentBuilder.assignments(context.assignments),
        context.fromClause() == null ? List.of() : FromBuilder.items(context.fromClause().tables),
        condition(context.modifyCondition()),
        returning(context.returningClause()));
  }

  private static DeleteNode delete(WithClauseContext with, DeleteStmtContext context) {
    return new DeleteNode(
        position(with, context),
        isRecursive(with),
        WithBuilder.tables(with),
        RelationBuilder.target(context.target_),
        FromBuilder.items(context.tables),
        condition(context.modifyCondition()),
        returning(context.returningClause()));
  }

  static SqlParserPos position(WithClauseContext with, ParserRuleContext statement) {
    return Tokens.position((with == null ? statement : with).getStart(), statement);
  }

  static boolean isRecursive(WithClauseContext with) {
    return with != null && with.recursive != null;
  }

  /** USER or SYSTEM of OVERRIDING … VALUE; null for null. */
  static String overriding(Token overriding) {
    if (overriding == null) {
      return null;
    }
    return overriding.getType() == PostgresParser.USER ? "USER" : "SYSTEM";
  }

  private static SqlNode condition(ModifyConditionContext context) {
    if (context instanceof CurrentOfConditionContext current) {
      return new CurrentOfCall(
          Tokens.position(current.CURRENT().getSymbol()), Tokens.value(current.cursor));
    }
    return context == null
        ? null
        : SelectBuilder.where(((WhereConditionContext) context).whereClause());
  }

  /** The condition of a WHERE clause; null for null. */
  public static SqlNode condition(WhereClauseContext context) {
    return context == null ? null : SelectBuilder.where(context);
  }

  static List<SqlNode> returning(ReturningClauseContext context) {
    return context == null ? List.of() : SelectBuilder.items(context.targetList());
  }
}
