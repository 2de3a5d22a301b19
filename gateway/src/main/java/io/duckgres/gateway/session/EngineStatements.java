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

  /** A statement that nobody else uses; give it back by {@link #release}. */
  EngineStatement take(String sql) {
    long version = engine.catalog().version();
    if (version != catalogVersion) {
      // Columns may have other types now.
      clear();
      catalogVersion = version;
    }
    EngineStatement statement = idle.remove(sql);
    return statement == null ? engine.prepare(sql) : statement;
  }

  void release(String sql, EngineStatement statement) {
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
