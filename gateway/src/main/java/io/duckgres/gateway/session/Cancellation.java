package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Whether the session shall give up what it does now. A request that comes while nothing runs is
 * lost, as in PostgreSQL.
 */
final class Cancellation {
  private static final long RETRY_MILLISECONDS = 20;

  private boolean busy;
  private boolean requested;

  /** A message is being handled. */
  synchronized void begin() {
    busy = true;
    requested = false;
  }

  /** Nothing runs any more. */
  synchronized void end() {
    busy = false;
    requested = false;
    notifyAll();
  }

  /**
   * Gives up when that was asked.
   *
   * @throws PgException 57014
   */
  synchronized void check() {
    if (requested) {
      throw acknowledge();
    }
  }

  /** Takes note of the request and returns the error that answers it. */
  synchronized PgException acknowledge() {
    requested = false;
    notifyAll();
    return new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
  }

  /**
   * Asks to give up and waits until that has happened or nothing runs any more.
   *
   * @param interrupt interrupts the engine; repeated, since an interrupt between two statements of
   *     the engine is forgotten by it
   */
  void request(Runnable interrupt) {
    synchronized (this) {
      if (!busy) {
        return;
      }
      requested = true;
    }
    while (isRequested()) {
      interrupt.run();
      synchronized (this) {
        if (requested) {
          try {
            wait(RETRY_MILLISECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
      }
    }
  }

  private synchronized boolean isRequested() {
    return requested;
  }
}
