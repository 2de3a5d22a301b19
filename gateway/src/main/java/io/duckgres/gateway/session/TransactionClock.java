package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import java.util.List;

/**
 * What {@code now()} says in a transaction that goes on in another one of the engine's: the time of
 * the first. Temporary macros stand before the engine's own functions then, in defaults and views
 * as well, until the transaction ends.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT">
 *     Current Date/Time</a>
 */
final class TransactionClock {
  private static final List<String> INSTANTS =
      List.of("now", "transaction_timestamp", "get_current_timestamp");
  private static final List<String> DAYS = List.of("current_date", "today");

  private final EngineSession engine;
  private String microseconds;
  private boolean held;

  TransactionClock(EngineSession engine) {
    this.engine = engine;
  }

  boolean isRead() {
    return microseconds != null;
  }

  /** Remembers the time of the engine's transaction, which it is in. */
  void read() {
    microseconds = EngineRows.read(engine, "SELECT epoch_us(now())", List.of()).get(0).get(0);
  }

  /** The engine has begun another transaction: it keeps to the time that was read. */
  void hold() {
    if (microseconds == null) {
      return;
    }
    String instant = "timezone('UTC', make_timestamp(" + microseconds + "))";
    INSTANTS.forEach(name -> define(name, instant));
    DAYS.forEach(name -> define(name, "CAST(" + instant + " AS DATE)"));
    held = true;
  }

  /** The transaction is about to be committed. */
  void release() {
    if (held) {
      INSTANTS.forEach(this::drop);
      DAYS.forEach(this::drop);
    }
  }

  /** The transaction has ended. */
  void clear() {
    microseconds = null;
    held = false;
  }

  private void define(String name, String value) {
    run("CREATE OR REPLACE TEMP MACRO " + name + "() AS " + value);
  }

  private void drop(String name) {
    run("DROP MACRO IF EXISTS temp." + name);
  }

  private void run(String sql) {
    try (EngineStatement statement = engine.prepare(sql)) {
      statement.execute(List.of()).close();
    }
  }
}
