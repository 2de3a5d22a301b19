package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SettingStatement;

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

  private static StatementPlan constraints(SettingStatement.SetConstraints statement) {
    return new StatementPlan.SetConstraints(
        statement.names().stream().map(ObjectName::parts).toList(), statement.deferred());
  }
}
