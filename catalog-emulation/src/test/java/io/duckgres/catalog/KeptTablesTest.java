package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.transpiler.catalog.RelationChanges;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is replaced after a definition comes to the same as what is read anew. */
class KeptTablesTest {
  private DuckDBConnection connection;
  private DatabaseCatalog catalog;
  private TableRefresher tables;
  private SideRecords records;
  private RelationChanges changes;

  @BeforeEach
  void open() throws SQLException {
    connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    catalog = DatabaseCatalog.open(connection, "test", "tester", Runnable::run);
    catalog.awaitInstalled();
    tables = TableRefresher.shared(connection.duplicate(), connection.duplicate(), catalog.names());
    changes = new RelationChanges();
    records = new SideRecords(catalog.names().engineDatabase(), catalog.current(), changes);
  }

  @AfterEach
  void close() throws SQLException {
    catalog.close();
    connection.close();
  }

  @Test
  void rowsOfChangedRelationsAreReplaced() throws SQLException {
    execute("CREATE TABLE a (id INTEGER PRIMARY KEY, t VARCHAR NOT NULL)");
    execute("CREATE TABLE b (a_id INTEGER, v DECIMAL(8, 2) DEFAULT 1)");
    execute(records.tableCreated("public", "a", List.of(), List.of()));
    execute(records.tableCreated("public", "b", List.of(), List.of()));
    tables.refreshAll();
    execute("CREATE VIEW w AS SELECT t FROM a");
    execute(records.viewCreated("public", "w", List.of(), " SELECT t FROM a"));
    execute("ALTER TABLE b ADD COLUMN x VARCHAR[]");
    changes.changed("public", "b");
    execute("CREATE SEQUENCE s");
    execute(new SideObjects(side()).present(SideObjects.RELATION, "public", "", "s"));
    changes.changed("public", "s");
    execute("CREATE INDEX i ON b (v)");
    execute(new SideObjects(side()).present(SideObjects.INDEX, "public", "", "i"));
    tables.changed(changes.names());
    tables.refreshAll();
    List<List<String>> replaced = rows();
    tables.changed(List.of());
    tables.refreshAll();
    assertThat(replaced).isEqualTo(rows());
    assertThat(replaced.toString()).contains("w", "a", "b", "i");
  }

  @Test
  void rowsOfDroppedRelationsAreRemoved() throws SQLException {
    execute("CREATE TABLE a (id INTEGER)");
    execute(records.tableCreated("public", "a", List.of(), List.of()));
    tables.refreshAll();
    execute("DROP TABLE a");
    execute(records.relationDropped("public", "a"));
    tables.changed(changes.names());
    tables.refreshAll();
    List<List<String>> replaced = rows();
    tables.changed(List.of());
    tables.refreshAll();
    assertThat(replaced).isEqualTo(rows());
  }

  private String side() {
    return SideSchema.qualifiedName(catalog.names().engineDatabase());
  }

  /** The users' rows of all kept tables, by table. */
  private List<List<String>> rows() throws SQLException {
    List<List<String>> all = new ArrayList<>();
    for (String key : EngineTables.all()) {
      String number = EngineTables.numberColumn(key);
      if (number != null) {
        all.add(query(key, number));
      }
    }
    return all;
  }

  private List<String> query(String key, String number) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT CAST(t AS VARCHAR) FROM "
                    + EngineTables.sharedTable(key)
                    + " t WHERE "
                    + number
                    + " IS NOT NULL ORDER BY 1")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void execute(List<String> statements) throws SQLException {
    for (String statement : statements) {
      execute(statement);
    }
  }
}
