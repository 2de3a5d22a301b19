package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.TransactionStatus;
import java.time.Instant;

/**
 * What {@code pg_stat_activity} tells of a session. Thread-safe.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW">
 *     pg_stat_activity</a>
 */
final class Activity {
  /** A thing that a session waits for, as PostgreSQL names it. */
  enum Wait {
    CLIENT_READ("Client", "ClientRead"),
    ADVISORY_LOCK("Lock", "advisory"),
    SLEEP("Timeout", "PgSleep");

    private final String type;
    private final String event;

    Wait(String type, String event) {
      this.type = type;
      this.event = event;
    }

    String type() {
      return type;
    }

    String event() {
      return event;
    }
  }

  /**
   * The state at one moment; times are null when there was no such thing.
   *
   * @param transactions how many transactions have begun
   * @param waitsFor null when it waits for nothing
   */
  record Snapshot(
      long transactions,
      String applicationName,
      Instant backendStart,
      Instant transactionStart,
      Instant queryStart,
      Instant stateChange,
      Wait waitsFor,
      String state,
      String query) {

    /** The transaction's virtual id. */
    String virtualTransaction(int processId) {
      return processId + "/" + transactions;
    }
  }

  private final Instant backendStart = Instant.now();
  private String applicationName = "";
  private long transactions;
  private Instant transactionStart;
  private Instant queryStart;
  private Instant stateChange = backendStart;
  private Wait wait;
  private String state = "idle";
  private String query = "";

  /**
   * A statement begins.
   *
   * @param text as the client wrote it; null when the message brings none of its own
   */
  synchronized void begins(String text, Instant now) {
    if (text != null) {
      query = text;
      queryStart = now;
    }
    if (!state.equals("active")) {
      state = "active";
      stateChange = now;
    }
    if (transactionStart == null) {
      transactions++;
      transactionStart = now;
    }
    wait = null;
  }

  /** The client may send the next statement. */
  synchronized void idles(TransactionStatus status, String application) {
    applicationName = application;
    state =
        switch (status) {
          case IDLE -> "idle";
          case IN_TRANSACTION -> "idle in transaction";
          case FAILED -> "idle in transaction (aborted)";
        };
    if (status == TransactionStatus.IDLE) {
      transactionStart = null;
    }
    stateChange = Instant.now();
    wait = Wait.CLIENT_READ;
  }

  synchronized void named(String application) {
    applicationName = application;
  }

  /** It waits; null when it has waited. */
  synchronized void waits(Wait what) {
    wait = what;
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(
        transactions,
        applicationName,
        backendStart,
        transactionStart,
        queryStart,
        stateChange,
        wait,
        state,
        query);
  }
}
