package io.duckgres.catalog;

import io.duckgres.catalog.live.LiveSessions;
import io.duckgres.catalog.scalar.ScalarFunctions;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.sql.SQLException;
import java.util.List;
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
  private final CompletableFuture<Void> core;
  private final CompletableFuture<Void> installation;
  private final DuckDBConnection filling;
  private final DuckDBConnection replacing;
  private final TableRefresher tables;
  private final PendingChanges changes = new PendingChanges();
  private final LiveSessions sessions;
  private LoadedSnapshot current;
  private boolean closed;

  private DatabaseCatalog(
      DuckDBConnection connection,
      DuckDBConnection filling,
      DuckDBConnection replacing,
      InstanceNames names,
      CompletableFuture<Void> core,
      CompletableFuture<Void> installation,
      LiveSessions sessions) {
    this.sessions = sessions;
    this.connection = connection;
    this.filling = filling;
    this.replacing = replacing;
    this.names = names;
    this.core = core;
    this.installation = installation;
    this.tables = TableRefresher.shared(filling, replacing, names);
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
      ScalarFunctions.register(instance);
      NameFunctions.register(instance);
      LiveSessions sessions = new LiveSessions();
      sessions.register(instance, CatalogRelations::columnNames);
      DuckDBConnection own = instance.duplicate();
      DuckDBConnection installing = instance.duplicate();
      InstanceNames names = new InstanceNames(own.getCatalog(), database, user);
      Installer installer = new Installer(installing, names);
      CompletableFuture<Void> core = CompletableFuture.runAsync(installer::installCore, executor);
      CompletableFuture<Void> all =
          core.thenRunAsync(installer::installRest, executor)
              .whenComplete((done, failure) -> close(installing));
      DatabaseCatalog catalog =
          new DatabaseCatalog(
              own, instance.duplicate(), instance.duplicate(), names, core, all, sessions);
      all.thenRunAsync(catalog::fillAll, executor);
      return catalog;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Waits until the emulation is installed.
   *
   * @throws PgException XX000 naming the relation or function that could not be installed
   */
  void awaitInstalled() {
    await(installation);
  }

  private static void await(CompletableFuture<Void> installation) {
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

  /** The sessions that answer the engine's questions. */
  LiveSessions sessions() {
    return sessions;
  }

  /** The snapshot of what is committed. */
  synchronized LoadedSnapshot current() {
    await(core);
    if (current == null) {
      current = snapshot(nextVersion(), connection, this::refresh);
    }
    return current;
  }

  /**
   * Tells that DDL was committed.
   *
   * @param relations schema and name of what changed; empty when anything may have
   */
  synchronized void changed(List<List<String>> relations) {
    current = null;
    changes.add(relations);
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
        version,
        names,
        new ConnectionSource(from, names, from != connection),
        new EngineQuestions(from),
        usage);
  }

  InstanceNames names() {
    return names;
  }

  /** Fills the shared tables that an object reads. */
  private void refresh(String key) {
    // A transaction that saw the emulation half installed would not see the rest of it later.
    await(ContentLoader.reads(key) ? core : installation);
    fill(key);
  }

  private void fill(String key) {
    synchronized (tables) {
      try {
        takeChanges();
        if (installation.isDone()) {
          tables.refreshInstalled(key);
        } else {
          tables.refresh(key);
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
  }

  /** Fills all tables before somebody asks for them. */
  private void fillAll() {
    synchronized (tables) {
      try {
        if (!closed) {
          takeChanges();
          tables.refreshAll();
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
  }

  private synchronized void takeChanges() {
    if (!changes.isEmpty()) {
      tables.changed(changes.relations());
      changes.clear();
    }
  }

  static PgException unreadable(Exception cause) {
    return new PgException(
            SqlState.INTERNAL_ERROR_, "could not read the catalog: " + cause.getMessage())
        .withCause(cause);
  }

  @Override
  public void close() {
    installation.handle((done, failure) -> null).join();
    synchronized (tables) {
      closed = true;
      close(filling);
      close(replacing);
    }
    close(connection);
  }

  private static void close(DuckDBConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}
