package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.gateway.wire.TransactionStatus;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * The session's transaction. Which state it is in is decided here and never asked of the engine,
 * which aborts its transaction after some errors and not after others. The engine's transaction is
 * begun when the first statement needs it.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html">Multiple statements in a
 *     simple query, pipelining</a>; src/backend/access/transam/xact.c
 */
final class TransactionState {
  private enum Block {
    /** None: the next statement is a transaction of its own. */
    NONE,
    /** Several statements of one query string, or up to one Sync. */
    IMPLICIT,
    /** Between BEGIN and COMMIT. */
    EXPLICIT,
    /** Between an error and the end of the block. */
    FAILED
  }

  private final EngineSession engine;
  private final SessionSettings settings;
  private final ForeignKeys foreignKeys;
  private final List<TransactionObserver> observers;
  private final Journal journal = new Journal();
  private final TransactionClock clock;
  private final List<Savepoint> savepoints = new ArrayList<>();
  private Block block = Block.NONE;
  private boolean queried;

  /** Whether what is executed is the first of an implicit block. */
  private boolean isFirst;

  /**
   * No transaction.
   *
   * @param foreignKeys commits what they are about
   * @param observers those who keep what a transaction's end touches
   */
  TransactionState(
      EngineSession engine,
      SessionSettings settings,
      ForeignKeys foreignKeys,
      List<TransactionObserver> observers) {
    this.engine = engine;
    this.settings = settings;
    this.foreignKeys = foreignKeys;
    this.observers = observers;
    clock = new TransactionClock(engine);
  }

  TransactionStatus status() {
    return switch (block) {
      case NONE, IMPLICIT -> TransactionStatus.IDLE;
      case EXPLICIT -> TransactionStatus.IN_TRANSACTION;
      case FAILED -> TransactionStatus.FAILED;
    };
  }

  boolean isFailed() {
    return block == Block.FAILED;
  }

  /** Between BEGIN and its end. */
  boolean isExplicit() {
    return block == Block.EXPLICIT || block == Block.FAILED;
  }

  /** In a block, an implicit one included. */
  boolean isInBlock() {
    return block != Block.NONE;
  }

  /**
   * A statement of a pipeline is about to be executed.
   *
   * @param followed whether something may follow that shares its fate
   */
  void statementBegins(boolean followed) {
    boolean none = block == Block.NONE;
    if (followed) {
      beginImplicit();
    }
    isFirst = none;
  }

  /**
   * Whether the statement that is executed is within a block that was there before it: the first of
   * a pipeline is not.
   */
  boolean isWithinBlock() {
    return isInBlock() && !(block == Block.IMPLICIT && isFirst);
  }

  /** More than one statement comes: they are one transaction. */
  void beginImplicit() {
    isFirst = false;
    if (block == Block.NONE) {
      block = Block.IMPLICIT;
    }
  }

  /**
   * Runs what is the only work of an implicit block that is about to end. When the engine has no
   * transaction yet it is spared the two statements that would begin and end one.
   */
  void runLast(Runnable work) {
    if (block != Block.IMPLICIT || engine.inTransaction()) {
      work.run();
      return;
    }
    block = Block.NONE;
    try {
      work.run();
    } finally {
      block = Block.IMPLICIT;
    }
  }

  /** BEGIN, which turns an implicit block into an explicit one. */
  void begin() {
    if (block == Block.IMPLICIT && engine.inTransaction()) {
      journal.obstacle("statements before BEGIN in the same query string");
    }
    block = Block.EXPLICIT;
  }

  /** The engine is about to execute: it must be in a transaction when the session is. */
  void prepareEngine() {
    if (block != Block.NONE && !engine.inTransaction()) {
      observers.forEach(TransactionObserver::beginning);
      engine.begin();
    }
  }

  /**
   * COMMIT, and the end of a transaction without BEGIN.
   *
   * @throws PgException when the engine refuses; the transaction is rolled back then
   */
  void commit() {
    try {
      observers.forEach(TransactionObserver::committing);
      if (engine.inTransaction()) {
        clock.release();
        foreignKeys.commit(engine::commit);
      }
    } catch (EngineException e) {
      rollback();
      throw EngineErrors.translate(e);
    } catch (RuntimeException e) {
      rollback();
      throw e;
    }
    ended();
    settings.commit();
    observers.forEach(TransactionObserver::committed);
  }

  /** Sync, or the end of a query string: ends all but an explicit block. */
  void endStatements() {
    if (!isExplicit()) {
      commit();
    }
  }

  /** ROLLBACK. */
  void rollback() {
    rollbackEngine();
    ended();
  }

  private void ended() {
    block = Block.NONE;
    journal.clear();
    savepoints.clear();
    clock.clear();
    queried = false;
  }

  /** A statement failed. */
  void fail() {
    if (isExplicit() && !savepoints.isEmpty()) {
      // The client may go back to a savepoint.
      block = Block.FAILED;
      return;
    }
    rollbackEngine();
    journal.clear();
    queried &= isExplicit();
    block = isExplicit() ? Block.FAILED : Block.NONE;
  }

  private void rollbackEngine() {
    observers.forEach(TransactionObserver::rollingBack);
    settings.rollback();
    if (engine.inTransaction()) {
      engine.rollback();
    }
  }

  /** A statement looks at the database. */
  void queries() {
    queried = true;
  }

  /** Whether the transaction has looked at the database. */
  boolean hasQueried() {
    return queried;
  }

  /** What the explicit transaction has changed so far. */
  Journal journal() {
    return journal;
  }

  /** The transaction's savepoints, the oldest first. */
  List<Savepoint> savepoints() {
    return savepoints;
  }

  /** Ends the engine's transaction and begins another, the session's going on. */
  void restartEngine() {
    if (engine.inTransaction()) {
      engine.rollback();
    }
    observers.forEach(TransactionObserver::beginning);
    engine.begin();
    clock.hold();
  }

  /** What now() says in this transaction. */
  TransactionClock clock() {
    return clock;
  }

  /** The transaction has come back to a savepoint: it goes on. */
  void recover() {
    block = Block.EXPLICIT;
  }

  /**
   * Refuses a statement in a failed transaction.
   *
   * @param endsIt whether the statement ends the transaction
   * @throws PgException 25P02
   */
  void checkNotFailed(boolean endsIt) {
    if (isFailed() && !endsIt) {
      throw new PgException(
          SqlState.IN_FAILED_SQL_TRANSACTION,
          "current transaction is aborted, commands ignored until end of transaction block");
    }
  }
}
