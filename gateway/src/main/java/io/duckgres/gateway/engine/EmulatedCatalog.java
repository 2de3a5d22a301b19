package io.duckgres.gateway.engine;

import io.duckgres.catalog.DatabaseCatalog;
import io.duckgres.catalog.SessionCatalog;
import io.duckgres.catalog.live.SessionAnswers;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Executor;
import org.duckdb.DuckDBConnection;

/** The catalog emulation behind the engine's view of it. */
public final class EmulatedCatalog implements EngineCatalog {
  private final DatabaseCatalog database;

  private EmulatedCatalog(DatabaseCatalog database) {
    this.database = database;
  }

  /**
   * An installer whose emulation is installed by {@code executor} while the first session is still
   * being authenticated. Each database is known by the name of its file, which is its user's.
   */
  public static Installer installer(Executor executor) {
    return database -> {
      String name = database.getCatalog();
      DuckDBConnection connection = (DuckDBConnection) database;
      return new EmulatedCatalog(DatabaseCatalog.open(connection, name, name, executor));
    };
  }

  @Override
  public SessionView openSession(Connection session) {
    SessionCatalog catalog = database.openSession((DuckDBConnection) session);
    return new SessionView() {
      @Override
      public CatalogSnapshot snapshot() {
        return catalog.snapshot();
      }

      @Override
      public void serve(SessionAnswers session) {
        catalog.serve(session);
      }

      @Override
      public void close() {
        catalog.close();
      }

      @Override
      public void transactionBegan() {
        catalog.transactionBegan();
      }

      @Override
      public void changed(boolean temporary) {
        catalog.catalogChanged(temporary, List.of());
      }

      @Override
      public void changed(boolean temporary, List<List<String>> relations) {
        catalog.catalogChanged(temporary, relations);
      }

      @Override
      public void changedByEngine() {
        catalog.changedByEngine();
      }

      @Override
      public void transactionEnded(boolean committed) {
        if (committed) {
          catalog.transactionCommitted();
        } else {
          catalog.transactionRolledBack();
        }
      }
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
