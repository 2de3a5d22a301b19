package io.duckgres.gateway.engine;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.duckdb.DuckDBConnection;

/** One DuckDB instance over one database file. */
final class DuckDbEngine implements Engine {
  private final DuckDBConnection root;
  private final EngineCatalog catalog;
  private final BufferAllocator allocator;
  private final RowSources sources;
  private final DataVersion data = new DataVersion();

  private DuckDbEngine(
      DuckDBConnection root, EngineCatalog catalog, BufferAllocator allocator, RowSources sources) {
    this.root = root;
    this.catalog = catalog;
    this.allocator = allocator;
    this.sources = sources;
  }

  /**
   * Opens the file, creating it if need be, lets the catalog emulation install itself and closes
   * the sandbox.
   *
   * @param allocator the memory of results; stays the caller's
   * @throws EngineException when DuckDB can't open the file
   */
  static DuckDbEngine open(
      Path file,
      EngineConfiguration configuration,
      EngineCatalog.Installer installer,
      BufferAllocator allocator) {
    DuckDBConnection root = null;
    try {
      root =
          (DuckDBConnection)
              DriverManager.getConnection(
                  "jdbc:duckdb:" + file.toAbsolutePath(), DuckDbSettings.atOpen(configuration));
      RowSources sources = new RowSources();
      sources.register(root);
      EngineCatalog catalog = installer.install(root);
      for (String statement : DuckDbSettings.sandbox(configuration)) {
        run(root, statement);
      }
      return new DuckDbEngine(root, catalog, allocator, sources);
    } catch (SQLException e) {
      EngineException error = EngineErrorReader.read(e);
      closeAfter(root, error);
      throw error;
    } catch (RuntimeException e) {
      closeAfter(root, e);
      throw e;
    }
  }

  private static void closeAfter(DuckDBConnection root, RuntimeException error) {
    if (root == null) {
      return;
    }
    try {
      root.close();
    } catch (SQLException e) {
      error.addSuppressed(e);
    }
  }

  static void run(DuckDBConnection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  @Override
  public EngineSession openSession() {
    try {
      DuckDBConnection connection = root.duplicate();
      BufferAllocator own = allocator.newChildAllocator("session", 0, Long.MAX_VALUE);
      return new DuckDbSession(connection, catalog.openSession(connection), own, sources, data);
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }

  @Override
  public void close() {
    catalog.close();
    try {
      root.close();
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }
}
