package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.List;

/** EXPLAIN: the engine's plan, line by line, under PostgreSQL's column. */
final class ExplainStatement {
  private final SessionContext context;
  private final PlanExecutor executor;

  ExplainStatement(SessionContext context, PlanExecutor executor) {
    this.context = context;
    this.executor = executor;
  }

  Execution run(Portal portal, StatementPlan.Explain plan) {
    executor.prepareEngine();
    boolean inSteps = !plan.explained().cleanup().isEmpty();
    if (inSteps && plan.analyze()) {
      throw PgException.notSupported("EXPLAIN ANALYZE of a statement that is carried out in steps");
    }
    // What a statement in steps computes first is the part that can be slow.
    EngineStep step = inSteps ? plan.explained().steps().get(0) : plan.explained().resultStep();
    String sql = (plan.analyze() ? "EXPLAIN ANALYZE " : "EXPLAIN ") + step.sql();
    List<List<String>> lines = new ArrayList<>();
    try {
      List<Object> parameters =
          new SessionValues(context).bind(step.parameters(), portal.parameters);
      for (List<String> row : EngineRows.read(context.engine, sql, parameters)) {
        row.get(row.size() - 1).lines().forEach(line -> lines.add(List.of(line)));
      }
    } catch (EngineException e) {
      throw Planner.inText(
          EngineErrors.translate(e), portal.statement.text(), portal.statement.statement());
    }
    return Execution.rows(new TextCursor(lines), CommandTag.of("EXPLAIN"));
  }
}
