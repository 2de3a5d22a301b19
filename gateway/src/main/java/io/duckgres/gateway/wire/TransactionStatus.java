package io.duckgres.gateway.wire;

/** What ReadyForQuery tells of the transaction. */
public enum TransactionStatus {
  /** No transaction block. */
  IDLE('I'),
  /** In a transaction block. */
  IN_TRANSACTION('T'),
  /** In a transaction block that failed: all but its end is refused. */
  FAILED('E');

  private final char code;

  TransactionStatus(char code) {
    this.code = code;
  }

  /** The letter of ReadyForQuery. */
  public char code() {
    return code;
  }
}
