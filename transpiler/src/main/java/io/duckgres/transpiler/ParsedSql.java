package io.duckgres.transpiler;

import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.pgtype.PgException;

/**
 * A parsed statement.
 *
 * @param script the client's whole text
 * @param parsed the statement's tree, or its error
 */
record ParsedSql(String script, ParsedStatement parsed) implements Statement {
  @Override
  public String text() {
    return parsed.text();
  }

  @Override
  public int start() {
    return parsed.start();
  }

  @Override
  public boolean isTransactionControl() {
    return parsed.isParsed() && parsed.tree().transactionStmt() != null;
  }

  @Override
  public boolean leavesEngineAlone() {
    return isTransactionControl()
        || parsed.isParsed()
            && (parsed.tree().fetchStmt() != null || parsed.tree().closeStmt() != null);
  }

  @Override
  public boolean endsFailedTransaction() {
    if (!isTransactionControl()) {
      return false;
    }
    PostgresParser.TransactionStmtContext statement = parsed.tree().transactionStmt();
    return statement instanceof PostgresParser.CommitTransactionContext
        || statement instanceof PostgresParser.RollbackTransactionContext
        || statement instanceof PostgresParser.RollbackToSavepointContext
        || statement instanceof PostgresParser.PrepareTransactionContext;
  }

  StatementContext tree() {
    return parsed.tree();
  }

  /** The error with its position, a UTF-16 offset in the script, as characters of the statement. */
  PgException inCharacters(PgException error) {
    if (error.position() <= 0) {
      return error;
    }
    int offset = Math.min(error.position() - 1, script.length());
    return offset < start()
        ? error.withPosition(0)
        : error.withPosition(script.codePointCount(start(), offset) + 1);
  }
}
