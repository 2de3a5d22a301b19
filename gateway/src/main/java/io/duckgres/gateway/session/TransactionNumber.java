package io.duckgres.gateway.session;

/** The number of a session's transaction, once it has one. */
final class TransactionNumber implements TransactionObserver {
  private final TransactionNumbers numbers;
  private Long number;

  TransactionNumber(TransactionNumbers numbers) {
    this.numbers = numbers;
  }

  TransactionNumbers all() {
    return numbers;
  }

  /** The transaction's number, which it gets now if it has none. */
  synchronized long assigned() {
    if (number == null) {
      number = numbers.assign();
    }
    return number;
  }

  /** The transaction's number; null when it has none. */
  synchronized Long ifAssigned() {
    return number;
  }

  @Override
  public void committed() {
    end(true);
  }

  @Override
  public void rollingBack() {
    end(false);
  }

  private synchronized void end(boolean committed) {
    if (number != null) {
      numbers.ended(number, committed);
      number = null;
    }
  }
}
