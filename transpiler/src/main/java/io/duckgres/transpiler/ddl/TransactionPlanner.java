package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.plan.StatementPlan.TransactionCommand;
import io.duckgres.transpiler.statement.TransactionStatement;

/** Transaction statements, which the session carries out itself. */
final class TransactionPlanner {
  private TransactionPlanner() {}

  static StatementPlan plan(TransactionStatement statement) {
    if (statement instanceof TransactionStatement.Begin begin) {
      return withModes(TransactionCommand.BEGIN, begin.modes());
    }
    if (statement instanceof TransactionStatement.Start start) {
      return withModes(TransactionCommand.START_TRANSACTION, start.modes());
    }
    if (statement instanceof TransactionStatement.SetTransaction set) {
      return withModes(TransactionCommand.SET, set.modes());
    }
    if (statement instanceof TransactionStatement.SetSessionCharacteristics set) {
      return withModes(TransactionCommand.SET_SESSION, set.modes());
    }
    if (statement instanceof TransactionStatement.Commit commit) {
      return ending(TransactionCommand.COMMIT, commit.chain());
    }
    if (statement instanceof TransactionStatement.Rollback rollback) {
      return ending(TransactionCommand.ROLLBACK, rollback.chain());
    }
    if (statement instanceof TransactionStatement.Savepoint savepoint) {
      return savepoint(TransactionCommand.SAVEPOINT, savepoint.name());
    }
    if (statement instanceof TransactionStatement.Release release) {
      return savepoint(TransactionCommand.RELEASE, release.name());
    }
    return savepoint(
        TransactionCommand.ROLLBACK_TO, ((TransactionStatement.RollbackTo) statement).name());
  }

  private static StatementPlan withModes(
      TransactionCommand command, TransactionStatement.Modes modes) {
    return new StatementPlan.Transaction(
        command, null, modes.isolation(), modes.readOnly(), modes.deferrable(), false);
  }

  private static StatementPlan ending(TransactionCommand command, boolean chain) {
    return new StatementPlan.Transaction(command, null, null, null, null, chain);
  }

  private static StatementPlan savepoint(TransactionCommand command, String name) {
    return new StatementPlan.Transaction(command, name, null, null, null, false);
  }
}
