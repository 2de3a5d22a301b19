package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.NotifyStmtContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.MaintenanceStatement;
import io.duckgres.transpiler.statement.SessionStatement;
import io.duckgres.transpiler.statement.TableStatement;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.SelectInto;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds the record of any statement that is not a query or a change of rows. */
public final class UtilityBuilder {
  private UtilityBuilder() {}

  /**
   * The record of a statement.
   *
   * @param statement a parse tree other than a data statement's
   * @param script the text that the tree's offsets count in
   * @return {@link UnsupportedStatement} for what we refuse, never null
   * @throws io.duckgres.pgtype.PgException what PostgreSQL refuses by the syntax alone
   */
  public static UtilityStatement build(StatementContext statement, String script) {
    UtilityStatement session = session(statement);
    if (session != null) {
      return session;
    }
    UtilityStatement server = ServerBuilder.statement(statement);
    if (server != null) {
      return server;
    }
    UtilityStatement definition = definition(statement, new SourceText(script));
    return definition != null ? definition : unsupported(statement);
  }

  /** SELECT INTO, which makes a table as CREATE TABLE AS does. */
  public static TableStatement.CreateTableAs build(SelectInto query) {
    return TableBuilder.selectInto(query);
  }

  private static UtilityStatement session(StatementContext context) {
    if (context.transactionStmt() != null) {
      return TransactionBuilder.statement(context.transactionStmt());
    }
    if (context.setStmt() != null) {
      return SettingBuilder.set(context.setStmt());
    }
    if (context.resetStmt() != null) {
      return SettingBuilder.reset(context.resetStmt().settingName());
    }
    if (context.showStmt() != null) {
      return SettingBuilder.show(context.showStmt().settingName());
    }
    if (context.discardStmt() != null) {
      return SessionBuilder.discard(context.discardStmt());
    }
    if (context.prepareStmt() != null) {
      return SessionBuilder.prepare(context.prepareStmt());
    }
    if (context.executeStmt() != null) {
      return SessionBuilder.execute(context.executeStmt());
    }
    if (context.deallocateStmt() != null) {
      return SessionBuilder.deallocate(context.deallocateStmt());
    }
    if (context.explainStmt() != null) {
      return SessionBuilder.explain(context.explainStmt());
    }
    if (context.copyStmt() != null) {
      return CopyBuilder.copy(context.copyStmt());
    }
    if (context.unlistenStmt() != null) {
      return new SessionStatement.Unlisten(Names.name(context.unlistenStmt().channel));
    }
    if (context.listenStmt() != null) {
      return new SessionStatement.Listen(Names.name(context.listenStmt().channel));
    }
    if (context.notifyStmt() != null) {
      NotifyStmtContext notify = context.notifyStmt();
      return new SessionStatement.Notify(
          Names.name(notify.channel), notify.payload == null ? "" : Words.value(notify.payload));
    }
    UtilityStatement cursor = CursorBuilder.statement(context);
    return cursor != null ? cursor : maintenance(context);
  }

  private static UtilityStatement maintenance(StatementContext context) {
    if (context.vacuumStmt() != null) {
      return MaintenanceBuilder.vacuum(context.vacuumStmt());
    }
    if (context.analyzeStmt() != null) {
      return MaintenanceBuilder.analyze(context.analyzeStmt());
    }
    if (context.lockStmt() != null) {
      return MaintenanceBuilder.lock(context.lockStmt());
    }
    if (context.reindexStmt() != null) {
      return MaintenanceBuilder.reindex(context.reindexStmt());
    }
    if (context.clusterStmt() != null) {
      return MaintenanceBuilder.cluster(context.clusterStmt());
    }
    return context.checkpointStmt() != null ? new MaintenanceStatement.Checkpoint() : null;
  }

  private static UtilityStatement definition(StatementContext context, SourceText source) {
    UtilityStatement privileges = PrivilegeBuilder.statement(context);
    if (privileges != null) {
      return privileges;
    }
    if (context.createTableStmt() != null) {
      return new TableBuilder(source).create(context.createTableStmt());
    }
    if (context.createMaterializedViewStmt() != null) {
      return new TableBuilder(source).materializedView(context.createMaterializedViewStmt());
    }
    if (context.refreshMaterializedViewStmt() != null) {
      return TableBuilder.refresh(context.refreshMaterializedViewStmt());
    }
    if (context.alterTableStmt() != null) {
      return new AlterTableBuilder(source).alter(context.alterTableStmt());
    }
    if (context.truncateStmt() != null) {
      return TableBuilder.truncate(context.truncateStmt());
    }
    UtilityStatement statistics = StatisticsBuilder.statement(context);
    if (statistics != null) {
      return statistics;
    }
    if (context.dropStmt() != null) {
      return DropBuilder.drop(context.dropStmt());
    }
    if (context.commentStmt() != null) {
      return DropBuilder.comment(context.commentStmt());
    }
    if (context.createDomainStmt() != null) {
      return new ColumnBuilder(source, "").domain(context.createDomainStmt());
    }
    UtilityStatement routine = RoutineBuilder.statement(context, source);
    if (routine != null) {
      return routine;
    }
    UtilityStatement other = DefinitionBuilder.other(context);
    if (other != null) {
      return other;
    }
    DefinitionBuilder builder = new DefinitionBuilder(source);
    if (context.createViewStmt() != null) {
      return builder.view(context.createViewStmt());
    }
    if (context.createSchemaStmt() != null) {
      return builder.schema(context.createSchemaStmt());
    }
    if (context.createIndexStmt() != null) {
      return builder.index(context.createIndexStmt());
    }
    if (context.createSequenceStmt() != null) {
      return DefinitionBuilder.sequence(context.createSequenceStmt());
    }
    return context.createTypeStmt() != null
        ? DefinitionBuilder.type(context.createTypeStmt())
        : null;
  }

  /** Named by as many of its first words as its rule's name has: createRoleStmt, CREATE USER. */
  private static UtilityStatement unsupported(StatementContext context) {
    ParserRuleContext statement = (ParserRuleContext) context.getChild(0);
    String rule = PostgresParser.ruleNames[statement.getRuleIndex()];
    int words = (int) rule.chars().filter(Character::isUpperCase).count();
    return new UnsupportedStatement(Words.leading(statement, words));
  }
}
