package io.duckgres.gateway.session;

import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.gateway.wire.TransactionStatus;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The session's limits of time: for a statement, a transaction, and for doing nothing.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/runtime-config-client.html#GUC-STATEMENT-TIMEOUT">
 *     statement_timeout and its neighbours</a>; ProcessInterrupts of postgres.c
 */
final class Timeouts {
  /** A timer that runs; another one is another object. */
  private static final class Timer {
    private ScheduledFuture<?> future;
  }

  private final SessionContext context;
  private final Interrupts interrupts;
  private final Runnable interruptEngine;
  private volatile Timer statement;
  private volatile Timer idle;
  private volatile Timer transaction;
  private long version = -1;
  private long statementLimit;
  private long transactionLimit;
  private long idleInTransactionLimit;
  private long idleSessionLimit;

  Timeouts(SessionContext context, Interrupts interrupts) {
    this.context = context;
    this.interrupts = interrupts;
    interruptEngine = context.engine::cancel;
  }

  private void readLimits() {
    SessionSettings settings = context.settings;
    if (version != settings.version()) {
      version = settings.version();
      statementLimit = settings.milliseconds("statement_timeout");
      transactionLimit = settings.milliseconds("transaction_timeout");
      idleInTransactionLimit = settings.milliseconds("idle_in_transaction_session_timeout");
      idleSessionLimit = settings.milliseconds("idle_session_timeout");
    }
  }

  /** A message came. */
  void wakes() {
    stop(idle);
    idle = null;
  }

  /** A statement begins, unless one has begun already. */
  void statementBegins() {
    readLimits();
    if (statementLimit > 0 && statement == null) {
      statement =
          start(
              statementLimit,
              timer -> {
                if (context.cancellation.request(
                    Timeouts::statementTimeout, () -> statement == timer)) {
                  context.cancellation.await(interruptEngine);
                }
              });
    }
    if (transactionLimit > 0 && transaction == null) {
      transaction =
          start(
              transactionLimit,
              timer -> {
                if (transaction == timer) {
                  terminate(
                      SqlState.TRANSACTION_TIMEOUT,
                      "terminating connection due to transaction timeout");
                }
              });
    }
  }

  /** A statement has ended. */
  void statementEnds() {
    if (statement != null) {
      stop(statement);
      statement = null;
    }
  }

  /** The transaction has ended, or its limit may have changed. */
  void transactionContinues(boolean goesOn) {
    readLimits();
    if (transaction != null && (!goesOn || transactionLimit == 0)) {
      stop(transaction);
      transaction = null;
    }
  }

  /** The client may send the next message. */
  void idles(TransactionStatus status) {
    readLimits();
    if (status != TransactionStatus.IDLE) {
      if (idleInTransactionLimit > 0) {
        idle =
            start(
                idleInTransactionLimit,
                timer ->
                    terminateIdle(
                        timer,
                        SqlState.IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
                        "terminating connection due to idle-in-transaction timeout"));
      }
    } else if (idleSessionLimit > 0) {
      idle =
          start(
              idleSessionLimit,
              timer ->
                  terminateIdle(
                      timer,
                      SqlState.IDLE_SESSION_TIMEOUT,
                      "terminating connection due to idle-session timeout"));
    }
  }

  /** The session has ended. */
  void close() {
    stop(statement);
    stop(idle);
    stop(transaction);
    statement = null;
    idle = null;
    transaction = null;
  }

  private void terminateIdle(Timer timer, SqlState state, String message) {
    if (idle == timer) {
      terminate(state, message);
    }
  }

  private void terminate(SqlState state, String message) {
    context.terminate(() -> new PgException(state, message));
  }

  private Timer start(long milliseconds, java.util.function.Consumer<Timer> expired) {
    Timer timer = new Timer();
    timer.future =
        interrupts.schedule(() -> expired.accept(timer), milliseconds, TimeUnit.MILLISECONDS);
    return timer;
  }

  private static void stop(Timer timer) {
    if (timer != null) {
      timer.future.cancel(false);
    }
  }

  private static PgException statementTimeout() {
    return new PgException(SqlState.QUERY_CANCELED, "canceling statement due to statement timeout");
  }
}
