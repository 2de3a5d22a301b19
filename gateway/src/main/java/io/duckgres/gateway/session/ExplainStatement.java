package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ExplainOptions;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/**
 * EXPLAIN: the engine's plan in PostgreSQL's forms.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-explain.html">EXPLAIN</a>
 */
final class ExplainStatement {
  private final SessionContext context;
  private final TransactionState transaction;
  private final PlanExecutor executor;

  ExplainStatement(SessionContext context, TransactionState transaction, PlanExecutor executor) {
    this.context = context;
    this.transaction = transaction;
    this.executor = executor;
  }

  /**
   * Explains a plan, and executes it for ANALYZE.
   *
   * @param portal gives the values of parameters
   */
  Execution run(Portal portal, StatementPlan.Engine explained, ExplainOptions options) {
    EngineStep step = explained.resultStep();
    if (explained.steps().size() > 1 || options.analyze() && step.change() != null) {
      throw PgException.notSupported("EXPLAIN of a statement that is executed in several steps");
    }
    if (options.analyze()) {
      executor.accessMode().check(explained);
    }
    transaction.queries();
    executor.prepareEngine();
    if (options.analyze() && explained.writes() && transaction.isExplicit()) {
      transaction.journal().obstacle("EXPLAIN ANALYZE");
    }
    String sql =
        (options.analyze() ? "EXPLAIN (ANALYZE, FORMAT JSON) " : "EXPLAIN (FORMAT JSON) ")
            + step.sql();
    try {
      List<Object> parameters =
          new SessionValues(context).bind(step.parameters(), portal.parameters);
      long begin = System.nanoTime();
      context.engine.prepare(step.sql()).close();
      long planning = System.nanoTime() - begin;
      List<List<String>> rows = EngineRows.read(context.engine, sql, parameters);
      List<String> row = rows.get(rows.size() - 1);
      ExplainedPlan plan = ExplainedPlan.read(row.get(row.size() - 1), planning);
      List<List<String>> lines = new ExplainWriter(options).write(plan);
      return Execution.rows(new TextCursor(lines), CommandTag.of("EXPLAIN"));
    } catch (EngineException e) {
      if (e.isInterrupt()) {
        throw context.cancellation.acknowledge();
      }
      throw Planner.inText(
          EngineErrors.translate(e, step, portal.statement.statement().text()),
          portal.statement.text(),
          portal.statement.statement());
    }
  }
}
