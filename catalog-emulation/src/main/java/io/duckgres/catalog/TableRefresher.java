package io.duckgres.catalog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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
  private final boolean temporary;
  private final Set<String> filled = new HashSet<>();
  private final Set<String> fresh = new HashSet<>();

  TableRefresher(DuckDBConnection connection, InstanceNames names, boolean temporary) {
    this.connection = connection;
    this.names = names;
    this.temporary = temporary;
  }

  /** Tells that the catalog has changed: what is asked for from now on is filled again. */
  void invalidate() {
    fresh.clear();
  }

  /** Fills what an object reads, as far as it may be outdated. */
  void refresh(String key) throws SQLException {
    List<String> stale = new ArrayList<>(EngineTables.neededBy(key));
    stale.removeAll(fresh);
    if (stale.isEmpty()) {
      return;
    }
    if (temporary) {
      filled.addAll(stale);
      for (String view : stale) {
        run(
            "CREATE OR REPLACE TEMP TABLE "
                + EngineTables.table(view)
                + " AS "
                + EngineTables.select(view, names));
      }
    } else {
      run("BEGIN TRANSACTION");
      try {
        for (String view : stale) {
          String table = EngineNames.qualified(EngineNames.ENGINE, EngineTables.table(view));
          run("DELETE FROM " + table);
          run("INSERT INTO " + table + " " + EngineTables.select(view, names));
        }
        run("COMMIT");
      } catch (SQLException e) {
        run("ROLLBACK");
        throw e;
      }
    }
    fresh.addAll(stale);
  }

  /** Drops a session's tables, so that it reads the shared ones again. */
  void drop() throws SQLException {
    for (String view : filled) {
      run("DROP TABLE IF EXISTS temp.main." + EngineTables.table(view));
    }
    filled.clear();
    fresh.clear();
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
