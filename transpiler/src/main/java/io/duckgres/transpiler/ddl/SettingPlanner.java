package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.SettingStatement;
import java.util.List;

/** SET, RESET and SHOW, which the session carries out itself. */
final class SettingPlanner {
  private SettingPlanner() {}

  static StatementPlan plan(SettingStatement statement) {
    if (statement instanceof SettingStatement.Set set) {
      return new StatementPlan.SetParameter(set.name(), set.values(), set.local());
    }
    if (statement instanceof SettingStatement.Reset reset) {
      return new StatementPlan.ResetParameter(reset.name());
    }
    if (statement instanceof SettingStatement.Show show) {
      return new StatementPlan.ShowParameter(show.name());
    }
    return constraints((SettingStatement.SetConstraints) statement);
  }

  /** No constraint is deferrable, so that there is nothing to do for all of them. */
  private static StatementPlan constraints(SettingStatement.SetConstraints statement) {
    if (!statement.names().isEmpty()) {
      throw PgException.notSupported("SET CONSTRAINTS with names of constraints");
    }
    return new StatementPlan.Acknowledge(
        CommandTag.of("SET CONSTRAINTS"), List.of(), BlockRule.insideOrWarn("SET CONSTRAINTS"));
  }
}
