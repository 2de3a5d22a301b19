package io.duckgres.gateway.session;

/** Who keeps something that a transaction's end touches. */
interface TransactionObserver {
  /** The engine's transaction is about to begin. */
  default void beginning() {}

  /**
   * The transaction is about to be committed.
   *
   * @throws io.duckgres.pgtype.PgException when it cannot be; it is rolled back then
   */
  default void committing() {}

  /** The transaction is committed. */
  default void committed() {}

  /** The transaction is about to be rolled back. */
  default void rollingBack() {}
}
