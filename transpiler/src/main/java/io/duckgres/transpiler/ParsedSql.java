package io.duckgres.transpiler;

import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

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

  @Override
  public void refuseParameters() {
    boolean defines =
        !parsed.isParsed()
            || parsed.tree().prepareStmt() != null
            || parsed.tree().createFunctionStmt() != null;
    Token parameter = defines ? null : parameter(parsed.tree());
    if (parameter != null) {
      throw inCharacters(
          new PgException(
                  SqlState.UNDEFINED_PARAMETER, "there is no parameter " + parameter.getText())
              .withPosition(parameter.getStartIndex() + 1));
    }
  }

  private static Token parameter(ParseTree tree) {
    if (tree instanceof TerminalNode leaf) {
      return leaf.getSymbol().getType() == PostgresParser.PARAM ? leaf.getSymbol() : null;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      Token found = parameter(tree.getChild(i));
      if (found != null) {
        return found;
      }
    }
    return null;
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
