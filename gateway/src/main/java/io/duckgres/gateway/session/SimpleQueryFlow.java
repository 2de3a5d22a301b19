package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.gateway.wire.BackendMessage.CommandComplete;
import io.duckgres.gateway.wire.BackendMessage.EmptyQueryResponse;
import io.duckgres.gateway.wire.BackendMessage.RowDescription;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/**
 * The simple query protocol: each statement of a query string is planned, executed and answered;
 * together they are one transaction unless they say otherwise.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT">
 *     Multiple Statements in a Simple Query</a>; exec_simple_query of postgres.c
 */
final class SimpleQueryFlow {
  private final SessionContext context;
  private final TransactionState transaction;
  private final Planner planner;
  private final StatementRunner runner;
  private final PlanExecutor executor;
  private final EngineStatements engineStatements;
  private final PreparedStatements preparedStatements;
  private final Portals portals;

  SimpleQueryFlow(
      SessionContext context,
      TransactionState transaction,
      Planner planner,
      StatementRunner runner,
      PlanExecutor executor,
      EngineStatements engineStatements,
      PreparedStatements preparedStatements,
      Portals portals) {
    this.context = context;
    this.transaction = transaction;
    this.planner = planner;
    this.runner = runner;
    this.executor = executor;
    this.engineStatements = engineStatements;
    this.preparedStatements = preparedStatements;
    this.portals = portals;
  }

  /**
   * Handles the message up to ReadyForQuery.
   *
   * @throws PgException the error that ends it
   */
  void run(Query query) {
    preparedStatements.remove("");
    portals.remove("");
    String text = query.sql();
    List<Statement> statements = planner.parse(text);
    if (!statements.stream().allMatch(Statement::leavesEngineAlone)) {
      executor.detach();
    }
    if (statements.isEmpty()) {
      transaction.endStatements();
      context.out.write(new EmptyQueryResponse());
      return;
    }
    if (statements.size() > 1) {
      checkSyntax(text, statements);
    }
    for (int i = 0; i < statements.size(); i++) {
      if (i > 0) {
        // Each has its time.
        context.timeouts.statementEnds();
        context.timeouts.statementBegins();
      }
      run(text, statements.get(i), i == statements.size() - 1, statements.size() > 1);
    }
  }

  private void run(String text, Statement statement, boolean last, boolean several) {
    transaction.checkNotFailed(statement.endsFailedTransaction());
    if (several) {
      transaction.beginImplicit();
    }
    StatementPlan plan = planner.plan(text, statement, List.of());
    if (!plan.parameterTypes().isEmpty()) {
      try {
        statement.refuseParameters();
      } catch (PgException e) {
        throw Planner.inText(e, text, statement);
      }
    }
    StatementShape shape = planner.shape(plan, text, statement);
    PreparedStatement prepared =
        new PreparedStatement("", text, statement, List.of(), plan, shape, null);
    List<Short> formats = formats(plan, shape);
    try (Portal portal = new Portal("", prepared, plan, shape, List.of(), formats)) {
      portal.execution = runner.start(portal);
      if (portal.execution.hasRows()) {
        context.out.write(new RowDescription(shape.fields(formats)));
      }
      String tag = portal.execution.send(Long.MAX_VALUE, context.out);
      executor.forget(portal.execution);
      if (last) {
        // An error of the commit comes instead of the tag.
        transaction.endStatements();
      }
      context.flushNotices();
      context.out.write(new CommandComplete(tag));
    }
  }

  /** Text, but for what a binary cursor gives. */
  private List<Short> formats(StatementPlan plan, StatementShape shape) {
    if (plan instanceof StatementPlan.Fetch fetch) {
      Portal cursor = portals.find(fetch.name());
      if (cursor != null && cursor.declaration != null && cursor.declaration.binary()) {
        return FormatCodes.binary(shape);
      }
    }
    return FormatCodes.text(shape);
  }

  /**
   * PostgreSQL parses the whole text before it runs anything. What can be planned only after an
   * earlier statement of the text has run is looked at when its turn comes.
   */
  private void checkSyntax(String text, List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement.isTransactionControl()) {
        continue;
      }
      try {
        StatementPlan plan = planner.plan(text, statement, List.of());
        if (plan instanceof StatementPlan.PassThrough passThrough) {
          EngineStatement prepared = planner.prepare(passThrough, text, statement);
          engineStatements.release(passThrough.sql(), prepared);
        }
      } catch (PgException error) {
        if (error.state() == SqlState.SYNTAX_ERROR) {
          throw error;
        }
      }
    }
  }
}
