package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.RelationChanges;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.CopyStatement;
import io.duckgres.transpiler.statement.CursorStatement;
import io.duckgres.transpiler.statement.DatabaseStatement;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.MaintenanceStatement;
import io.duckgres.transpiler.statement.PrivilegeStatement;
import io.duckgres.transpiler.statement.RefusedStatement;
import io.duckgres.transpiler.statement.SessionStatement;
import io.duckgres.transpiler.statement.SettingStatement;
import io.duckgres.transpiler.statement.TransactionStatement;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;

/** Plans utility statements. */
public final class UtilityPlanner {
  private UtilityPlanner() {}

  /**
   * The plan of a utility statement.
   *
   * @param analysis the analysis in the same session
   * @throws PgException PostgreSQL's error; 0A000 for what we don't have. Positions are UTF-16
   *     offsets plus one, as those of the analysis
   */
  public static StatementPlan plan(
      UtilityStatement statement, PlanningContext session, DefinitionAnalysis analysis) {
    RelationChanges changes = new RelationChanges();
    StatementPlan plan = plan(statement, new DefinitionContext(session, analysis, changes));
    return plan instanceof StatementPlan.Engine engine && engine.changesCatalog()
        ? engine.changing(changes.names())
        : plan;
  }

  private static StatementPlan plan(UtilityStatement statement, DefinitionContext context) {
    if (statement instanceof TransactionStatement transaction) {
      return TransactionPlanner.plan(transaction);
    }
    if (statement instanceof SettingStatement setting) {
      return SettingPlanner.plan(setting);
    }
    if (statement instanceof SessionStatement own) {
      return SessionPlanner.plan(own, context);
    }
    if (statement instanceof CursorStatement cursor) {
      return CursorPlanner.plan(cursor, context);
    }
    if (statement instanceof CopyStatement copy) {
      return new CopyPlanner(context).plan(copy);
    }
    if (statement instanceof MaintenanceStatement maintenance) {
      return new MaintenancePlanner(context).plan(maintenance);
    }
    if (statement instanceof PrivilegeStatement privilege) {
      return new PrivilegePlanner(context).plan(privilege);
    }
    if (statement instanceof DefinitionStatement definition) {
      return new DefinitionPlanner(context).plan(definition);
    }
    if (statement instanceof DatabaseStatement database) {
      return DatabasePlanner.plan(database, context);
    }
    if (statement instanceof RefusedStatement refused) {
      String outside = refused.outside();
      return new StatementPlan.Refuse(
          refused.error(), outside == null ? BlockRule.ANYWHERE : BlockRule.outside(outside));
    }
    throw PgException.notSupported(((UnsupportedStatement) statement).feature());
  }
}
