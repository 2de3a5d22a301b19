package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DatabaseCatalogTest {
  @RepeatedTest(5)
  void sessionsWorkWhileTheEmulationIsBeingInstalled() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (DuckDBConnection connection = open()) {
      DatabaseCatalog catalog = DatabaseCatalog.open(connection, "shop", "alice", executor);
      SessionCatalog session = catalog.openSession(connection);
      for (int i = 0; i < 5; i++) {
        assertThat(session.snapshot().relation("public", "t" + i)).isNull();
        TestDatabase.run(connection, "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY)");
        session.catalogChanged(true);
        assertThat(session.snapshot().relation("public", "t" + i)).isNotNull();
      }
      session.snapshot().relation("pg_catalog", "pg_index");
      try (var rows =
          connection
              .createStatement()
              .executeQuery(
                  "SELECT count(*) FROM duckgres.pg_catalog_.pg_index WHERE indrelid >= 16384")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(5);
      }
      catalog.close();
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anInstallationThatFailsIsAnErrorNamingWhatFailed() throws Exception {
    try (DuckDBConnection connection = open()) {
      TestDatabase.run(connection, "ATTACH ':memory:' AS duckgres");
      DatabaseCatalog catalog = DatabaseCatalog.open(connection, "shop", "alice", Runnable::run);
      SessionCatalog session = catalog.openSession(connection);
      assertThatThrownBy(session::snapshot)
          .isInstanceOf(PgException.class)
          .hasMessageStartingWith("could not install the emulation database");
      catalog.close();
    }
  }

  private static DuckDBConnection open() throws Exception {
    Path file = Files.createTempDirectory("catalog").resolve("alice.db");
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file);
  }
}
