package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.transpiler.catalog.Relation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The session's temporary tables that are emptied or dropped when a transaction is committed.
 *
 * <p>Source: {@code src/backend/commands/tablecmds.c} (PreCommit_on_commit_actions).
 */
final class FleetingTables implements TransactionObserver {
  private final SessionContext context;
  private final Map<String, Boolean> dropped = new LinkedHashMap<>();
  private final Set<String> created = new HashSet<>();

  FleetingTables(SessionContext context) {
    this.context = context;
  }

  /**
   * Notes a table that the current transaction has created.
   *
   * @param drop whether it is dropped, or emptied
   */
  void add(String table, boolean drop) {
    dropped.put(table, drop);
    created.add(table);
  }

  @Override
  public void committing() {
    // Outside of a transaction of the engine's nothing can have been put in.
    if (dropped.isEmpty() || !context.engine.inTransaction()) {
      return;
    }
    for (Map.Entry<String, Boolean> table : List.copyOf(dropped.entrySet())) {
      Relation relation = context.catalog().relation("pg_temp", table.getKey());
      if (relation == null) {
        dropped.remove(table.getKey());
        continue;
      }
      String name = "temp.main.\"" + table.getKey().replace("\"", "\"\"") + '"';
      execute((table.getValue() ? "DROP TABLE " : "DELETE FROM ") + name);
      if (table.getValue()) {
        dropped.remove(table.getKey());
        context.engine.catalogChanged(false);
      }
    }
  }

  private void execute(String sql) {
    try {
      EngineRows.read(context.engine, sql, List.of());
    } catch (EngineException e) {
      throw EngineErrors.translate(e);
    }
  }

  @Override
  public void committed() {
    created.clear();
  }

  @Override
  public void rollingBack() {
    dropped.keySet().removeAll(created);
    created.clear();
  }
}
