package io.duckgres.gateway.session;

import io.duckgres.catalog.live.SessionAnswers;
import java.util.List;

/** What the engine's SQL asks of its session. */
final class LiveSession implements SessionAnswers {
  private final SessionFunctions functions = new SessionFunctions();
  private final SessionRelations relations;

  LiveSession(
      SessionContext context,
      Notifications notifications,
      Portals portals,
      PreparedStatements preparedStatements) {
    new LockFunctions(context).addTo(functions);
    new BackendFunctions(context, notifications).addTo(functions);
    new TransactionFunctions(context).addTo(functions);
    new SettingFunctions(context).addTo(functions);
    relations = new SessionRelations(context, portals, preparedStatements);
  }

  @Override
  public String call(String function, List<String> arguments) {
    return functions.call(function, arguments);
  }

  @Override
  public List<List<String>> rows(String relation) {
    return relations.rows(relation);
  }
}
