package io.duckgres.gateway.engine;

import io.duckgres.catalog.live.SessionAnswers;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The catalog emulation of one open database: what the engine calls when it opens the database and
 * when sessions ask for the catalog. Thread-safe.
 */
public interface EngineCatalog extends AutoCloseable {

  /** Makes the emulation of a database. */
  @FunctionalInterface
  interface Installer {
    /**
     * Installs relations, functions and macros. It is called once, before the sandbox closes and
     * before the first session opens.
     *
     * @param database a connection that stays open as long as the database
     * @throws SQLException when the engine refuses
     */
    EngineCatalog install(Connection database) throws SQLException;
  }

  /**
   * The view of one session.
   *
   * @param session the session's own connection; used on the session's thread alone
   */
  SessionView openSession(Connection session);

  @Override
  void close();

  /** The catalog as one session sees it. */
  interface SessionView {
    /** The catalog as the session's current transaction sees it. */
    CatalogSnapshot snapshot();

    /** Lets the engine's functions ask a session. */
    default void serve(SessionAnswers session) {}

    /** The session has ended. */
    default void close() {}

    /** An explicit transaction is about to begin. */
    default void transactionBegan() {}

    /**
     * DDL was executed: by this session's open transaction, or autocommitted.
     *
     * @param temporary whether it may have created an object of the session's own
     */
    void changed(boolean temporary);

    /**
     * As {@link #changed(boolean)}, knowing what changed.
     *
     * @param relations schema and name of each; empty when anything may have changed
     */
    default void changed(boolean temporary, List<List<String>> relations) {
      changed(temporary);
    }

    /** As {@link #changed(boolean)}, by a statement of the engine's own, whatever it changed. */
    default void changedByEngine() {
      changed(true);
    }

    /** The session's transaction has ended. */
    void transactionEnded(boolean committed);
  }
}
