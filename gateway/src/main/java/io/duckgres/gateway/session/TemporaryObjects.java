package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import java.util.List;

/** The session's temporary tables and views, which DISCARD drops. */
final class TemporaryObjects {
  private static final String LIST =
      "SELECT 'TABLE', table_name FROM duckdb_tables() WHERE temporary AND NOT internal"
          + " UNION ALL"
          + " SELECT 'VIEW', view_name FROM duckdb_views() WHERE temporary AND NOT internal"
          + " ORDER BY 1 DESC, 2";

  private final SessionContext context;
  private final PlanExecutor executor;

  TemporaryObjects(SessionContext context, PlanExecutor executor) {
    this.context = context;
    this.executor = executor;
  }

  void drop() {
    executor.prepareEngine();
    try {
      List<List<String>> objects = EngineRows.read(context.engine, LIST, List.of());
      for (List<String> object : objects) {
        String name = '"' + object.get(1).replace("\"", "\"\"") + '"';
        EngineRows.read(context.engine, "DROP " + object.get(0) + " temp.main." + name, List.of());
      }
      if (!objects.isEmpty()) {
        context.engine.catalogChanged(true);
      }
    } catch (EngineException e) {
      throw EngineErrors.translate(e);
    }
  }
}
