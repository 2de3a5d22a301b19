package io.duckgres.transpiler;

/** One statement of a query string. Its parse tree is the transpiler's own business. */
public interface Statement {
  /** The statement's own text, without the semicolon. */
  String text();

  /**
   * Offset of the statement in the client's text, in UTF-16 units; positions are relative to it.
   */
  int start();

  /** True when no parameter, setting or catalog matters: BEGIN, COMMIT, ROLLBACK and their kin. */
  boolean isTransactionControl();

  /**
   * True for FETCH, MOVE, CLOSE and transaction control, which are planned without a look at the
   * catalog.
   */
  boolean leavesEngineAlone();

  /**
   * True for the statements that are allowed in a failed transaction: COMMIT, ROLLBACK and ROLLBACK
   * TO SAVEPOINT.
   */
  boolean endsFailedTransaction();

  /**
   * Refuses a parameter in a statement that comes without values, a simple query.
   *
   * @throws io.duckgres.pgtype.PgException 42P02 at the first parameter
   */
  default void refuseParameters() {}
}
