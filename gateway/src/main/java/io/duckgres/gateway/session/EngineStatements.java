package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The engine's prepared statements that are not in use, by their text: preparing costs more than
 * anything else that happens to a small statement.
 */
final class EngineStatements {
  private static final int CAPACITY = 64;

  private final EngineSession engine;
  private final Map<String, EngineStatement> idle = new LinkedHashMap<>();
  private long catalogVersion;

  EngineStatements(EngineSession engine) {
    this.engine = engine;
  }

  /** A statement that nobody else uses, planned for the data as they are now. */
  EngineStatement take(String sql) {
    return take(sql, false);
  }

  /**
   * A statement that nobody else uses; give it back by {@link #release}.
   *
   * @param anyData whether its plan is the same for any data
   */
  EngineStatement take(String sql, boolean anyData) {
    long version = engine.catalog().version();
    if (version != catalogVersion) {
      // Columns may have other types now.
      clear();
      catalogVersion = version;
    }
    EngineStatement statement = idle.remove(sql);
    if (statement != null && !anyData && !statement.isCurrent()) {
      statement.close();
      statement = null;
    }
    return statement == null ? engine.prepare(sql) : statement;
  }

  /**
   * Gives a statement back.
   *
   * @param reusable false for one over temporary tables that are about to go: the engine would not
   *     notice that another of the same name has other columns
   */
  void release(String sql, EngineStatement statement, boolean reusable) {
    if (reusable) {
      release(sql, statement);
    } else {
      statement.close();
    }
  }

  void release(String sql, EngineStatement statement) {
    if (statement.statementType().equals("CREATE")) {
      // DuckDB divides by zero, and the process ends, when CREATE TABLE AS is executed once more.
      statement.close();
      return;
    }
    EngineStatement other = idle.put(sql, statement);
    if (other != null) {
      other.close();
    }
    if (idle.size() > CAPACITY) {
      Iterator<EngineStatement> oldest = idle.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  void clear() {
    idle.values().forEach(EngineStatement::close);
    idle.clear();
  }
}
