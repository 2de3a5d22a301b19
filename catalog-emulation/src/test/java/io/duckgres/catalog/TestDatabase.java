package io.duckgres.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** A database file of its own with the emulation installed, and one session. */
final class TestDatabase implements AutoCloseable {
  private final DuckDBConnection connection;
  private final DatabaseCatalog catalog;
  private final SessionCatalog session;

  private TestDatabase(DuckDBConnection connection) {
    this.connection = connection;
    this.catalog = DatabaseCatalog.open(connection, "shop", "postgres", Runnable::run);
    this.session = catalog.openSession(connection);
  }

  static TestDatabase create() {
    try {
      return open(Files.createTempDirectory("catalog").resolve("alice.db"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static TestDatabase open(Path file) {
    try {
      return new TestDatabase(
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  DatabaseCatalog catalog() {
    return catalog;
  }

  SessionCatalog session() {
    return session;
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** Another session, whose connection is closed with the instance. */
  DuckDBConnection anotherConnection() throws SQLException {
    return connection.duplicate();
  }

  void run(String... statements) {
    run(connection, statements);
  }

  /** Runs DDL and tells the session of it. */
  void ddl(String... statements) {
    run(connection, statements);
    session.catalogChanged(true);
  }

  static void run(DuckDBConnection connection, String... statements) {
    for (String sql : statements) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.execute();
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }

  /** The rows of a query, values as text joined by a bar. */
  List<String> rows(String sql) {
    for (CatalogRelation relation : CatalogRelations.all()) {
      session.snapshot().relation(relation.schema(), relation.name());
    }
    String engineSql =
        sql.replace("pg_catalog.", "duckgres.pg_catalog_.")
            .replace("information_schema.", "duckgres.information_schema_.");
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(engineSql);
        ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", row));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(engineSql, e);
    }
    return rows;
  }

  @Override
  public void close() {
    catalog.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
