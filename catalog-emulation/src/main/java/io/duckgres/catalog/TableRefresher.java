package io.duckgres.catalog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * Fills {@link EngineTables}: the shared tables through the catalog's own connection, or a
 * session's temporary ones through the session's. Not thread-safe.
 */
final class TableRefresher {
  private final DuckDBConnection connection;
  private final InstanceNames names;
  private final DuckDBConnection changes;
  private final Set<String> filled = new HashSet<>();
  private final Set<String> fresh = new HashSet<>();
  private final PendingChanges pending = new PendingChanges();
  private final ChangedRows rows;

  private TableRefresher(
      DuckDBConnection connection, InstanceNames names, DuckDBConnection changes) {
    this.connection = connection;
    this.names = names;
    this.changes = changes;
    this.rows = changes == null ? null : new ChangedRows(changes, names);
  }

  /** Fills a session's temporary tables. */
  static TableRefresher temporary(DuckDBConnection session, InstanceNames names) {
    return new TableRefresher(session, names, null);
  }

  /**
   * Fills the shared tables.
   *
   * @param changes a connection for nothing but single relations, see {@link ChangedRows}
   */
  static TableRefresher shared(
      DuckDBConnection connection, DuckDBConnection changes, InstanceNames names) {
    return new TableRefresher(connection, names, changes);
  }

  /** Tells that the catalog has changed: what is asked for from now on is filled again. */
  void invalidate() {
    fresh.clear();
    pending.clear();
  }

  /**
   * Tells what has changed.
   *
   * @param relations schema and name of each; empty when anything may have changed
   */
  void changed(Collection<List<String>> relations) {
    pending.add(relations);
    if (pending.relations().isEmpty()) {
      invalidate();
    }
  }

  /** Fills what an object reads, as far as it may be outdated. */
  void refresh(String key) throws SQLException {
    refresh(EngineTables.neededBy(key), false);
  }

  /** The same once all tables are there. */
  void refreshInstalled(String key) throws SQLException {
    refresh(EngineTables.neededBy(key), true);
  }

  /** Fills all tables that may be outdated. */
  void refreshAll() throws SQLException {
    refresh(EngineTables.all(), true);
  }

  private void refresh(List<String> wanted, boolean installed) throws SQLException {
    if (pending.isEmpty() && fresh.containsAll(wanted)) {
      return;
    }
    Set<String> needed = new HashSet<>(wanted);
    if (!pending.isEmpty()) {
      boolean replaces = rows != null && installed;
      if (replaces && fresh.containsAll(ChangedRows.BASES)) {
        replaceRows(wanted);
      } else {
        invalidate();
        if (replaces) {
          // With all of them rows can be replaced the next time.
          needed.addAll(ChangedRows.BASES);
        }
      }
    }
    List<String> stale = new ArrayList<>(EngineTables.all());
    stale.removeIf(key -> fresh.contains(key) || !needed.contains(key));
    if (!stale.isEmpty()) {
      fill(stale);
    }
  }

  private void fill(List<String> stale) throws SQLException {
    if (rows == null) {
      filled.addAll(stale);
      for (String key : stale) {
        run(
            "CREATE OR REPLACE TEMP "
                + kind(key)
                + EngineTables.table(key)
                + " AS "
                + EngineTables.select(key, names));
      }
    } else {
      inTransaction(
          connection,
          () -> {
            for (String key : stale) {
              String table = EngineTables.sharedTable(key);
              run("DELETE FROM " + table);
              run("INSERT INTO " + table + " " + EngineTables.select(key, names));
            }
          });
    }
    fresh.addAll(stale);
  }

  /** Replaces rows of what is wanted; other tables are outdated then, but for their bases. */
  private void replaceRows(List<String> wanted) throws SQLException {
    Set<String> replaced = new HashSet<>(wanted);
    replaced.addAll(ChangedRows.BASES);
    replaced.retainAll(fresh);
    try {
      inTransaction(changes, () -> rows.replace(pending.relations(), replaced));
      fresh.removeIf(key -> EngineTables.numberColumn(key) != null && !replaced.contains(key));
      pending.clear();
    } catch (SQLException | RuntimeException e) {
      // Whatever it was, reading everything anew does without it.
      invalidate();
      rows.rolledBack();
    }
  }

  /** Some statements. */
  private interface Statements {
    void run() throws SQLException;
  }

  private static void inTransaction(DuckDBConnection connection, Statements statements)
      throws SQLException {
    run(connection, "BEGIN TRANSACTION");
    try {
      statements.run();
      run(connection, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      run(connection, "ROLLBACK");
      throw e;
    }
  }

  /** What clients see is seldom read twice by a session with changes of its own. */
  private static String kind(String key) {
    return EngineTables.isSystemRelation(key) ? "VIEW " : "TABLE ";
  }

  /** Drops a session's tables, so that it reads the shared ones again. */
  void drop() throws SQLException {
    for (String key : filled) {
      run("DROP " + kind(key) + "IF EXISTS temp.main." + EngineTables.table(key));
    }
    filled.clear();
    invalidate();
  }

  private void run(String sql) throws SQLException {
    run(connection, sql);
  }

  private static void run(DuckDBConnection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
