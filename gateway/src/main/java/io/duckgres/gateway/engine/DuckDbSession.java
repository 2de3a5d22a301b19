package io.duckgres.gateway.engine;

import io.duckgres.catalog.live.SessionAnswers;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.duckdb.DuckDBConnection;

/** A session: a connection of its own to a shared instance. */
final class DuckDbSession implements EngineSession {
  private final DuckDBConnection connection;
  private final EngineCatalog.SessionView catalog;
  private final BufferAllocator allocator;
  private final RowSources sources;
  private final DataVersion data;
  private final AtomicLong cancelsBegun = new AtomicLong();
  private final AtomicLong cancelsDone = new AtomicLong();
  private boolean inTransaction;
  private boolean changedData;

  DuckDbSession(
      DuckDBConnection connection,
      EngineCatalog.SessionView catalog,
      BufferAllocator allocator,
      RowSources sources,
      DataVersion data) {
    this.connection = connection;
    this.catalog = catalog;
    this.allocator = allocator;
    this.sources = sources;
    this.data = data;
  }

  @Override
  public EngineStatement prepare(String sql) {
    ForbiddenFunctions.check(sql);
    return new DuckDbStatement(this, sql);
  }

  @Override
  public long insert(RowSource source, UnaryOperator<String> sql) {
    try (RowSources.Reading reading = sources.open(source)) {
      try (DuckDbStatement statement = new DuckDbStatement(this, sql.apply(reading.sql()))) {
        return ((EngineResult.RowCount) statement.execute(List.of())).rows();
      } catch (EngineException e) {
        throw reading.failure() == null ? e : reading.failure();
      }
    }
  }

  @Override
  public void serve(SessionAnswers session) {
    catalog.serve(session);
  }

  @Override
  public void begin() {
    catalog.transactionBegan();
    run("BEGIN TRANSACTION");
    inTransaction = true;
  }

  @Override
  public void commit() {
    try {
      run("COMMIT");
    } catch (EngineException e) {
      // A refused COMMIT has ended the transaction.
      ended(false);
      throw e;
    }
    ended(true);
  }

  @Override
  public void rollback() {
    try {
      run("ROLLBACK");
    } finally {
      ended(false);
    }
  }

  /** The version of the data as statements are planned for now. */
  long dataVersion() {
    return data.current();
  }

  /** A statement has changed data; others see it once the transaction is committed. */
  void dataChanged() {
    data.changed();
    changedData = inTransaction;
  }

  private void ended(boolean committed) {
    inTransaction = false;
    if (changedData) {
      changedData = false;
      data.changed();
    }
    catalog.transactionEnded(committed);
  }

  /** Follows a transaction statement that came through {@link #prepare}. */
  void followTransaction(StatementKind kind) {
    if (kind == StatementKind.BEGIN) {
      catalog.transactionBegan();
      inTransaction = true;
    } else {
      ended(kind == StatementKind.COMMIT);
    }
  }

  @Override
  public boolean inTransaction() {
    return inTransaction;
  }

  @Override
  public void cancel() {
    cancelsBegun.incrementAndGet();
    DuckDbInterrupt.interrupt(connection);
    cancelsDone.incrementAndGet();
  }

  /** How often somebody has begun to cancel the running statement. */
  long cancelsBegun() {
    return cancelsBegun.get();
  }

  /** How often somebody has canceled the running statement. */
  long cancelsDone() {
    return cancelsDone.get();
  }

  @Override
  public CatalogSnapshot catalog() {
    return catalog.snapshot();
  }

  @Override
  public void catalogChanged(boolean temporary) {
    catalog.changed(temporary);
  }

  @Override
  public void catalogChanged(boolean temporary, List<List<String>> relations) {
    catalog.changed(temporary, relations);
  }

  @Override
  public void engineChangedCatalog() {
    catalog.changedByEngine();
  }

  @Override
  public void applySetting(String name, String value) {
    if (name.equalsIgnoreCase("TimeZone")) {
      run("SET TimeZone = " + DuckDbSettings.literal(value));
    } else if (name.equalsIgnoreCase("search_path")) {
      run("SET search_path = " + DuckDbSettings.literal(value));
    } else {
      run(
          "SET VARIABLE pg_"
              + name.toLowerCase(Locale.ROOT)
              + " = "
              + DuckDbSettings.literal(value));
    }
  }

  private void run(String sql) {
    try {
      DuckDbEngine.run(connection, sql);
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }

  DuckDBConnection connection() {
    return connection;
  }

  BufferAllocator allocator() {
    return allocator;
  }

  @Override
  public void close() {
    catalog.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    } finally {
      allocator.close();
    }
  }
}
