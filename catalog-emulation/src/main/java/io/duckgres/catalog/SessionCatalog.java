package io.duckgres.catalog;

import io.duckgres.catalog.live.SessionAnswers;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * The catalog as one session sees it. As long as the session has neither uncommitted DDL nor
 * temporary objects it shares the snapshot of all such sessions; otherwise it has one of its own,
 * read through its own connection. Used by one thread at a time.
 */
public final class SessionCatalog {
  private final DatabaseCatalog database;
  private final DuckDBConnection connection;
  private boolean inTransaction;
  private boolean uncommittedChanges;
  private final PendingChanges changes = new PendingChanges();
  private boolean temporaryUnknown;
  private boolean hasTemporary;
  private final TableRefresher tables;
  private boolean hasTables;
  private LoadedSnapshot pinned;
  private LoadedSnapshot own;
  private long ownBase;
  private String liveName;

  SessionCatalog(DatabaseCatalog database, DuckDBConnection connection) {
    this.database = database;
    this.connection = connection;
    this.tables = TableRefresher.temporary(connection, database.names());
  }

  /**
   * Lets the engine's functions ask a session.
   *
   * @throws io.duckgres.pgtype.PgException XX000 when the engine can't tell the connection's id
   */
  public void serve(SessionAnswers session) {
    try {
      liveName = database.sessions().add(connection, session);
    } catch (SQLException e) {
      throw DatabaseCatalog.unreadable(e);
    }
  }

  /** The session has ended. */
  public void close() {
    if (liveName != null) {
      database.sessions().remove(liveName);
    }
  }

  /**
   * The catalog as the current transaction sees it: within an explicit transaction the same one
   * until it executes DDL.
   *
   * <p>Reading it may execute queries on the session's connection, so no result may be open there
   * when the session has uncommitted DDL or temporary objects.
   *
   * @throws io.duckgres.pgtype.PgException XX000 when the catalog can't be read
   */
  public CatalogSnapshot snapshot() {
    if (uncommittedChanges || hasTemporary()) {
      return own();
    }
    dropTables();
    if (!inTransaction) {
      return database.current();
    }
    if (pinned == null) {
      pinned = database.current();
    }
    return pinned;
  }

  /** Tells that an explicit transaction begins. */
  public void transactionBegan() {
    inTransaction = true;
  }

  /**
   * Tells that DDL was executed, in the explicit transaction or else autocommitted.
   *
   * @param temporary whether it may have created a temporary object
   */
  public void catalogChanged(boolean temporary) {
    catalogChanged(temporary, List.of());
  }

  /**
   * As {@link #catalogChanged(boolean)}, knowing what changed.
   *
   * @param relations schema and name of each; empty when anything may have changed
   */
  public void catalogChanged(boolean temporary, List<List<String>> relations) {
    own = null;
    temporaryUnknown |= temporary || hasTemporary;
    if (inTransaction) {
      uncommittedChanges = true;
      changes.add(relations);
    } else {
      database.changed(relations);
    }
  }

  /**
   * As {@link #catalogChanged}, by a statement of the engine's own: what it made is registered.
   *
   * @throws io.duckgres.pgtype.PgException XX000 when the engine refuses
   */
  public void changedByEngine() {
    try {
      new ObjectRegister(database.names()).bringUpToDate(connection);
    } catch (SQLException e) {
      throw DatabaseCatalog.unreadable(e);
    }
    catalogChanged(true);
  }

  /** Tells that the explicit transaction was committed. */
  public void transactionCommitted() {
    if (uncommittedChanges) {
      database.changed(changes.relations());
    }
    transactionEnded();
  }

  /** Tells that the explicit transaction was rolled back. */
  public void transactionRolledBack() {
    transactionEnded();
  }

  private void transactionEnded() {
    inTransaction = false;
    changes.clear();
    pinned = null;
    if (uncommittedChanges) {
      uncommittedChanges = false;
      own = null;
      temporaryUnknown |= hasTemporary;
    }
  }

  private LoadedSnapshot own() {
    // Other sessions' committed DDL matters to it only outside of a transaction.
    if (own != null && !inTransaction && ownBase != database.current().version()) {
      own = null;
    }
    if (own == null) {
      database.awaitInstalled();
      ownBase = database.current().version();
      tables.invalidate();
      own = database.snapshot(database.nextVersion(), connection, this::refresh);
    }
    return own;
  }

  private void refresh(String key) {
    try {
      hasTables = true;
      tables.refresh(key);
    } catch (SQLException e) {
      throw DatabaseCatalog.unreadable(e);
    }
  }

  private void dropTables() {
    if (!hasTables) {
      return;
    }
    try {
      tables.drop();
      hasTables = false;
    } catch (SQLException e) {
      throw DatabaseCatalog.unreadable(e);
    }
  }

  private boolean hasTemporary() {
    if (temporaryUnknown) {
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT EXISTS (SELECT 1 FROM duckdb_tables() "
                      + "WHERE temporary AND NOT starts_with(table_name, 'duckgres_')) "
                      + "OR EXISTS (SELECT 1 FROM duckdb_views() WHERE temporary AND NOT internal "
                      + "AND NOT starts_with(view_name, 'duckgres_')) "
                      + "OR EXISTS (SELECT 1 FROM duckdb_sequences() WHERE temporary) "
                      + "OR EXISTS (SELECT 1 FROM duckdb_types() "
                      + "WHERE database_name = 'temp' AND NOT internal)");
          ResultSet row = statement.executeQuery()) {
        row.next();
        hasTemporary = row.getBoolean(1);
        temporaryUnknown = false;
      } catch (SQLException e) {
        throw DatabaseCatalog.unreadable(e);
      }
    }
    return hasTemporary;
  }
}
