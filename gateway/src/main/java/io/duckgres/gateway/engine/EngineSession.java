package io.duckgres.gateway.engine;

import io.duckgres.catalog.live.SessionAnswers;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A session with the engine. Used by one thread at a time, but for {@link #cancel()}. Errors are
 * {@link EngineException}s, which carry the engine's message; {@link EngineErrors} turns them into
 * PostgreSQL's.
 */
public interface EngineSession extends AutoCloseable {
  /**
   * Prepares a statement without executing it.
   *
   * @throws EngineException when the engine refuses it
   * @throws io.duckgres.pgtype.PgException 42501 when it calls a function that no client may call
   */
  EngineStatement prepare(String sql);

  /**
   * Executes an INSERT that reads rows from a source, as they come.
   *
   * @param sql makes the statement, given the item of its FROM clause that stands for the source
   * @return how many rows were inserted
   * @throws EngineException when the engine reports an error
   * @throws RuntimeException what the source has thrown
   */
  long insert(RowSource source, UnaryOperator<String> sql);

  /** Lets the engine's functions ask a session; they do so on any thread while it executes. */
  void serve(SessionAnswers session);

  /** Starts an explicit transaction. */
  void begin();

  /** Commits the explicit transaction. */
  void commit();

  /** Rolls the explicit transaction back. */
  void rollback();

  /** Whether an explicit transaction is open in the engine. */
  boolean inTransaction();

  /** Interrupts the statement that runs now, if one does; callable from any thread. */
  void cancel();

  /** The catalog as the session's transaction sees it. */
  CatalogSnapshot catalog();

  /**
   * Tells that DDL was executed in the current transaction (or autocommitted): the next {@link
   * #catalog()} shows it, and other sessions see it after the commit.
   *
   * @param temporary whether it may have created an object of the session's own
   */
  void catalogChanged(boolean temporary);

  /**
   * As {@link #catalogChanged(boolean)}, knowing what changed.
   *
   * @param relations schema and name of each; empty when anything may have changed
   */
  default void catalogChanged(boolean temporary, List<List<String>> relations) {
    catalogChanged(temporary);
  }

  /**
   * As {@link #catalogChanged(boolean)}, by a statement of the engine's own, whatever it changed.
   */
  default void engineChangedCatalog() {
    catalogChanged(true);
  }

  /**
   * Applies a run-time parameter that statements in the engine depend on: TimeZone, search_path in
   * the engine's own names of schemas, and others as variables that functions ask for.
   */
  void applySetting(String name, String value);

  @Override
  void close();
}
