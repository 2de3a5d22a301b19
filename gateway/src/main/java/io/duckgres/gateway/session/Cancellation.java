package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the session shall give up what it does now, and why. A request that comes while nothing
 * runs is lost, as in PostgreSQL; a request to end the session is not.
 */
final class Cancellation {
  private static final long RETRY_MILLISECONDS = 20;

  private boolean busy;
  private Supplier<PgException> requested;
  private Supplier<PgException> termination;

  /** A message is being handled. */
  synchronized void begin() {
    busy = true;
    requested = termination;
  }

  /** Nothing runs any more. */
  synchronized void end() {
    busy = false;
    requested = null;
    notifyAll();
  }

  /**
   * Gives up when that was asked.
   *
   * @throws PgException 57014, or why the session ends
   */
  synchronized void check() {
    if (requested != null) {
      throw acknowledge();
    }
  }

  /** Takes note of the request and returns the error that answers it. */
  synchronized PgException acknowledge() {
    PgException error = requested == null ? userRequest() : requested.get();
    requested = null;
    notifyAll();
    return error;
  }

  /** The error that answers a cancel request. */
  static PgException userRequest() {
    return new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
  }

  /** The FATAL error with which the session ends; null when it goes on. */
  synchronized PgException termination() {
    return termination == null ? null : termination.get();
  }

  /**
   * Waits, but not when the session shall give up.
   *
   * @param nanoseconds how long
   * @throws PgException 57014, or why the session ends
   */
  synchronized void sleep(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    for (long left = nanoseconds; left > 0; left = end - System.nanoTime()) {
      check();
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw userRequest();
      }
    }
    check();
  }

  /**
   * Asks to give up; {@link #await} follows.
   *
   * @param reason the error that answers it
   * @param stillWanted whether what shall be given up is what runs
   * @return false when nothing runs
   */
  synchronized boolean request(Supplier<PgException> reason, BooleanSupplier stillWanted) {
    if (!busy || !stillWanted.getAsBoolean()) {
      return false;
    }
    requested = reason;
    notifyAll();
    return true;
  }

  /**
   * Asks to end the session, and to give up what runs.
   *
   * @param reason the FATAL error
   */
  synchronized void terminate(Supplier<PgException> reason) {
    if (termination == null) {
      termination = reason;
    }
    requested = busy ? termination : null;
    notifyAll();
  }

  /**
   * Waits until what runs has given up, or has ended.
   *
   * @param interrupt interrupts the engine; repeated, since an interrupt between two statements of
   *     the engine is forgotten by it
   */
  synchronized void await(Runnable interrupt) {
    while (requested != null) {
      // Within the monitor, so that it hits nothing that begins after an acknowledgement.
      interrupt.run();
      try {
        wait(RETRY_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
