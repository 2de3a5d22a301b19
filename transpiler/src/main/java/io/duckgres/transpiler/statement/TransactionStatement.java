package io.duckgres.transpiler.statement;

/**
 * Statements that begin, end and divide transactions.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-begin.html">BEGIN</a> and its neighbours
 */
public sealed interface TransactionStatement extends UtilityStatement {

  /**
   * What BEGIN and SET TRANSACTION may say; the last of several of a kind counts.
   *
   * @param isolation the level in lower case, for instance {@code repeatable read}, or null
   * @param readOnly true for READ ONLY, false for READ WRITE, null when not given
   * @param deferrable likewise
   */
  record Modes(String isolation, Boolean readOnly, Boolean deferrable) {
    /** None given. */
    public static final Modes NONE = new Modes(null, null, null);
  }

  /** BEGIN. */
  record Begin(Modes modes) implements TransactionStatement {}

  /** START TRANSACTION. */
  record Start(Modes modes) implements TransactionStatement {}

  /**
   * COMMIT or END.
   *
   * @param chain AND CHAIN
   */
  record Commit(boolean chain) implements TransactionStatement {}

  /**
   * ROLLBACK or ABORT.
   *
   * @param chain AND CHAIN
   */
  record Rollback(boolean chain) implements TransactionStatement {}

  /** SAVEPOINT. */
  record Savepoint(String name) implements TransactionStatement {}

  /** RELEASE SAVEPOINT. */
  record Release(String name) implements TransactionStatement {}

  /** ROLLBACK TO SAVEPOINT. */
  record RollbackTo(String name) implements TransactionStatement {}

  /** SET TRANSACTION. */
  record SetTransaction(Modes modes) implements TransactionStatement {}

  /** SET SESSION CHARACTERISTICS AS TRANSACTION. */
  record SetSessionCharacteristics(Modes modes) implements TransactionStatement {}
}
