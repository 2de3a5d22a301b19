package io.duckgres.catalog;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/**
 * The catalog of one open database, shared by all its sessions. Opening it installs the emulation;
 * it holds a connection of its own, by which it reads the catalog for sessions that have no changes
 * of their own. Thread-safe.
 */
public final class DatabaseCatalog implements AutoCloseable {
  private static final AtomicLong VERSIONS = new AtomicLong();

  private final DuckDBConnection connection;
  private final InstanceNames names;
  private final CompletableFuture<Void> installation;
  private final TableRefresher tables;
  private LoadedSnapshot current;

  private DatabaseCatalog(
      DuckDBConnection connection, InstanceNames names, CompletableFuture<Void> installation) {
    this.connection = connection;
    this.names = names;
    this.installation = installation;
    this.tables = new TableRefresher(connection, names, false);
  }

  /**
   * Opens the catalog of a freshly opened instance. The emulation is installed by {@code executor};
   * whoever asks for a snapshot before it is there waits.
   *
   * @param instance a connection to the instance; it stays the caller's
   * @param database {@code current_database()}
   * @param user the role that owns everything
   * @throws PgException XX000 when the engine refuses another connection
   */
  public static DatabaseCatalog open(
      DuckDBConnection instance, String database, String user, Executor executor) {
    try {
      DuckDBConnection own = instance.duplicate();
      InstanceNames names = new InstanceNames(own.getCatalog(), database, user);
      CompletableFuture<Void> installation =
          CompletableFuture.runAsync(
              () -> {
                Installer installer = new Installer(own, names);
                installer.installCore();
                installer.installRest();
              },
              executor);
      return new DatabaseCatalog(own, names, installation);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Waits until the emulation is installed. A session does so before it begins an explicit
   * transaction, since a transaction does not see what is installed while it runs.
   *
   * @throws PgException XX000 naming the relation or function that could not be installed
   */
  public void awaitInstalled() {
    try {
      installation.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof PgException failure ? failure : unreadable(e);
    }
  }

  /**
   * The catalog of a session.
   *
   * @param session the session's connection, used while the session has objects that others do not
   *     see; it stays the caller's
   */
  public SessionCatalog openSession(DuckDBConnection session) {
    return new SessionCatalog(this, session);
  }

  /** The snapshot of what is committed. */
  synchronized LoadedSnapshot current() {
    awaitInstalled();
    if (current == null) {
      current = snapshot(nextVersion(), connection, this::refresh);
    }
    return current;
  }

  /** Tells that DDL was committed. */
  synchronized void changed() {
    current = null;
    tables.invalidate();
  }

  /** A version that no other snapshot has. */
  long nextVersion() {
    return VERSIONS.incrementAndGet();
  }

  /**
   * A snapshot that reads through {@code from}.
   *
   * @param usage see {@link LoadedSnapshot}
   */
  LoadedSnapshot snapshot(long version, DuckDBConnection from, Consumer<String> usage) {
    return new LoadedSnapshot(
        version, names, new ConnectionSource(from, names), new EngineQuestions(from), usage);
  }

  InstanceNames names() {
    return names;
  }

  /** Fills the shared tables that an object reads. */
  private synchronized void refresh(String key) {
    try {
      synchronized (connection) {
        tables.refresh(key);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  static PgException unreadable(Exception cause) {
    return new PgException(
            SqlState.INTERNAL_ERROR_, "could not read the catalog: " + cause.getMessage())
        .withCause(cause);
  }

  @Override
  public void close() {
    try {
      installation.handle((done, failure) -> null).join();
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}
