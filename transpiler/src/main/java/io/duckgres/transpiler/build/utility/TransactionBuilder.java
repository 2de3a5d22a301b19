package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.TransactionModeContext;
import io.duckgres.grammar.PostgresParser.TransactionModesContext;
import io.duckgres.grammar.PostgresParser.TransactionStmtContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.RefusedStatement;
import io.duckgres.transpiler.statement.TransactionStatement;
import io.duckgres.transpiler.statement.TransactionStatement.Modes;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.Locale;

/** Transaction statements. */
final class TransactionBuilder {
  private TransactionBuilder() {}

  static UtilityStatement statement(TransactionStmtContext context) {
    if (context instanceof PostgresParser.BeginTransactionContext begin) {
      return new TransactionStatement.Begin(modes(begin.transactionModes()));
    }
    if (context instanceof PostgresParser.StartTransactionContext start) {
      return new TransactionStatement.Start(modes(start.transactionModes()));
    }
    if (context instanceof PostgresParser.CommitTransactionContext commit) {
      return new TransactionStatement.Commit(chains(commit.transactionChain()));
    }
    if (context instanceof PostgresParser.RollbackTransactionContext rollback) {
      return new TransactionStatement.Rollback(chains(rollback.transactionChain()));
    }
    if (context instanceof PostgresParser.SavepointContext savepoint) {
      return new TransactionStatement.Savepoint(Names.name(savepoint.savepoint));
    }
    if (context instanceof PostgresParser.ReleaseSavepointContext release) {
      return new TransactionStatement.Release(Names.name(release.savepoint));
    }
    if (context instanceof PostgresParser.RollbackToSavepointContext rollback) {
      return new TransactionStatement.RollbackTo(Names.name(rollback.savepoint));
    }
    if (context instanceof PostgresParser.PrepareTransactionContext) {
      return new RefusedStatement(
          new PgException(
                  SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "prepared transactions are disabled")
              .withHint("Set \"max_prepared_transactions\" to a nonzero value."),
          null);
    }
    if (context instanceof PostgresParser.CommitPreparedContext commit) {
      return noneIsPrepared(Words.value(commit.identifier), "COMMIT PREPARED");
    }
    return noneIsPrepared(
        Words.value(((PostgresParser.RollbackPreparedContext) context).identifier),
        "ROLLBACK PREPARED");
  }

  private static RefusedStatement noneIsPrepared(String identifier, String command) {
    return new RefusedStatement(
        new PgException(
            SqlState.UNDEFINED_OBJECT,
            "prepared transaction with identifier \"" + identifier + "\" does not exist"),
        command);
  }

  static Modes modes(TransactionModesContext context) {
    if (context == null) {
      return Modes.NONE;
    }
    String isolation = null;
    Boolean readOnly = null;
    Boolean deferrable = null;
    for (TransactionModeContext mode : context.modes) {
      if (mode instanceof PostgresParser.IsolationModeContext level) {
        isolation = Words.capitals(level.isolationLevel()).toLowerCase(Locale.ROOT);
      } else if (mode instanceof PostgresParser.AccessModeContext access) {
        readOnly = access.access.getType() == PostgresParser.ONLY;
      } else {
        deferrable = ((PostgresParser.DeferrableModeContext) mode).not == null;
      }
    }
    return new Modes(isolation, readOnly, deferrable);
  }

  private static boolean chains(PostgresParser.TransactionChainContext context) {
    return context != null && context.no == null;
  }
}
