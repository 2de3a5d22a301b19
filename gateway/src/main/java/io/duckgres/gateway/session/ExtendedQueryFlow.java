package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.ParameterDecoder;
import io.duckgres.gateway.wire.BackendMessage.BindComplete;
import io.duckgres.gateway.wire.BackendMessage.CloseComplete;
import io.duckgres.gateway.wire.BackendMessage.CommandComplete;
import io.duckgres.gateway.wire.BackendMessage.EmptyQueryResponse;
import io.duckgres.gateway.wire.BackendMessage.NoData;
import io.duckgres.gateway.wire.BackendMessage.ParameterDescription;
import io.duckgres.gateway.wire.BackendMessage.ParseComplete;
import io.duckgres.gateway.wire.BackendMessage.PortalSuspended;
import io.duckgres.gateway.wire.BackendMessage.RowDescription;
import io.duckgres.gateway.wire.FrontendMessage.Bind;
import io.duckgres.gateway.wire.FrontendMessage.Close;
import io.duckgres.gateway.wire.FrontendMessage.Describe;
import io.duckgres.gateway.wire.FrontendMessage.Execute;
import io.duckgres.gateway.wire.FrontendMessage.Parse;
import io.duckgres.gateway.wire.FrontendMessage.Target;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.plan.StatementPlan.Fetch;
import io.duckgres.transpiler.plan.StatementPlan.FetchDirection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The extended query protocol: Parse, Bind, Describe, Execute and Close.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY">
 *     Extended Query</a>; exec_parse_message and its neighbours in postgres.c
 */
final class ExtendedQueryFlow {
  private final SessionContext context;
  private final TransactionState transaction;
  private final Planner planner;
  private final StatementRunner runner;
  private final PlanExecutor executor;
  private final PreparedStatements preparedStatements;
  private final Portals portals;
  private final InsertBatch batch;

  ExtendedQueryFlow(
      SessionContext context,
      TransactionState transaction,
      Planner planner,
      StatementRunner runner,
      PlanExecutor executor,
      PreparedStatements preparedStatements,
      Portals portals) {
    this.context = context;
    this.transaction = transaction;
    this.planner = planner;
    this.runner = runner;
    this.executor = executor;
    this.preparedStatements = preparedStatements;
    this.portals = portals;
    batch = new InsertBatch(context, transaction, executor, runner);
  }

  /**
   * Carries out the executions that wait, since something comes that is not one of them.
   *
   * @param last whether it is the Sync that ends them
   * @throws PgException the error of one of them
   */
  void finishBatch(boolean last) {
    batch.run(last);
  }

  void parse(Parse message) {
    if (message.statement().isEmpty()) {
      preparedStatements.remove("");
    }
    List<Statement> statements = planner.parse(message.sql());
    if (!statements.stream().allMatch(Statement::leavesEngineAlone)) {
      executor.detach();
    }
    if (statements.size() > 1) {
      throw new PgException(
          SqlState.SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement");
    }
    List<PgType> types = planner.declaredTypes(message.parameterTypes());
    if (statements.isEmpty()) {
      preparedStatements.add(
          new PreparedStatement(
              message.statement(), message.sql(), null, types, null, Planner.emptyShape(), null),
          false);
    } else {
      Statement statement = statements.get(0);
      transaction.checkNotFailed(statement.endsFailedTransaction());
      preparedStatements.add(
          planner.prepare(message.statement(), message.sql(), statement, types), false);
    }
    context.out.write(new ParseComplete());
  }

  void bind(Bind message) {
    try {
      PreparedStatement statement = preparedStatements.get(message.statement());
      if (!batch.isOf(statement)) {
        batch.run();
      }
      bind(message, statement);
    } catch (RuntimeException e) {
      // What came before has its error, or its answers, before this.
      batch.run();
      throw e;
    }
  }

  private void bind(Bind message, PreparedStatement statement) {
    int expected = statement.shape().parameterTypes().size();
    if (message.parameters().size() != expected) {
      throw new PgException(
          SqlState.PROTOCOL_VIOLATION,
          "bind message supplies "
              + message.parameters().size()
              + " parameters, but prepared statement \""
              + statement.name()
              + "\" requires "
              + expected);
    }
    if (!statement.isEmpty()) {
      transaction.checkNotFailed(statement.endsFailedTransaction() && expected == 0);
    }
    portals.makeRoom(message.portal());
    List<Object> parameters = decode(message, statement);
    StatementPlan plan = statement.plan();
    StatementShape shape = statement.shape();
    boolean stale =
        !statement.isEmpty()
            && !statement.statement().leavesEngineAlone()
            && !transaction.isFailed()
            && !PlanVersion.of(context).equals(statement.version());
    if (stale || !ParameterDimensions.areUsual(parameters)) {
      batch.run();
      executor.detach();
      plan =
          planner.plan(
              statement.text(),
              statement.statement(),
              ParameterDimensions.of(statement, parameters));
      shape = planner.shape(plan, statement.text(), statement.statement());
      if (!shape.hasSameColumns(statement.shape())) {
        throw new PgException(
            SqlState.FEATURE_NOT_SUPPORTED, "cached plan must not change result type");
      }
    }
    List<Short> formats = FormatCodes.ofColumns(message.resultFormats(), shape);
    preparedStatements.executes(message.statement());
    portals.add(new Portal(message.portal(), statement, plan, shape, parameters, formats));
    batch.answer(new BindComplete());
  }

  private List<Object> decode(Bind message, PreparedStatement statement) {
    List<PgType> types = statement.shape().parameterTypes();
    List<Object> values = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      byte[] value = message.parameters().get(i);
      short format = FormatCodes.of(message.parameterFormats(), i);
      ByteBuf bytes = value == null ? null : Unpooled.wrappedBuffer(value);
      try {
        values.add(
            ParameterDecoder.decode(
                types.get(i), format, bytes, context.formatSettings(), context.catalog()));
      } catch (PgException e) {
        throw ofParameter(e, i + 1);
      }
    }
    return values;
  }

  /** PostgreSQL tells which parameter has bytes that its type does not read. */
  private static PgException ofParameter(PgException error, int number) {
    boolean leftOver = error.getMessage().equals("incorrect binary data format");
    return leftOver && error.state() == SqlState.INVALID_BINARY_REPRESENTATION
        ? new PgException(error.state(), error.getMessage() + " in bind parameter " + number)
        : error;
  }

  void describe(Describe message) {
    if (message.target() == Target.STATEMENT) {
      batch.run();
      PreparedStatement statement = preparedStatements.get(message.name());
      StatementShape shape = statement.shape();
      checkDescribable(shape);
      List<Integer> oids = new ArrayList<>();
      shape.parameterTypes().forEach(type -> oids.add(type.oid()));
      context.out.write(new ParameterDescription(oids));
      describe(shape, FormatCodes.text(shape));
    } else {
      Portal portal = portals.find(message.name());
      if (!batch.isEmpty() && portal != null && batch.isOf(portal.statement)) {
        batch.answer(new NoData());
        return;
      }
      batch.run();
      portal = portals.get(message.name());
      checkDescribable(portal.shape);
      describe(portal.shape, portal.formats);
    }
  }

  private void checkDescribable(StatementShape shape) {
    transaction.checkNotFailed(!shape.returnsRows());
  }

  private void describe(StatementShape shape, List<Short> formats) {
    context.out.write(
        shape.returnsRows() ? new RowDescription(shape.fields(formats)) : new NoData());
  }

  void execute(Execute message) {
    Portal portal = portals.find(message.portal());
    boolean alone = batch.isEmpty() && context.out.isSyncNext();
    if (portal != null && !alone && !transaction.isFailed() && batch.takes(portal)) {
      transaction.beginImplicit();
      batch.add(portal);
      return;
    }
    batch.run();
    portal = portals.get(message.portal());
    context.activity.begins(portal.statement.text(), Instant.now());
    if (portal.statement.isEmpty()) {
      context.out.write(new EmptyQueryResponse());
      return;
    }
    transaction.checkNotFailed(portal.statement.endsFailedTransaction());
    if (portal.execution == null) {
      transaction.statementBegins(!context.out.isSyncNext());
      portal.execution = start(portal);
    } else if (!portal.execution.hasRows()) {
      throw new PgException(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "portal \"" + portal.name + "\" cannot be run");
    }
    long limit = message.rowLimit() > 0 ? message.rowLimit() : Long.MAX_VALUE;
    String tag = portal.execution.send(limit, context.out);
    context.timeouts.statementEnds();
    context.flushNotices();
    context.out.write(tag == null ? new PortalSuspended() : new CommandComplete(tag));
  }

  private Execution start(Portal portal) {
    if (portal.rows == null) {
      return runner.start(portal);
    }
    Fetch all = new Fetch(portal.name, false, FetchDirection.FORWARD, Long.MAX_VALUE);
    return Execution.rows(
        FetchCursor.start(portal.rows, all, portal.formats), portal.declaration.query().tag());
  }

  void close(Close message) {
    if (message.target() == Target.STATEMENT) {
      preparedStatements.remove(message.name());
    } else {
      portals.remove(message.name());
    }
    context.out.write(new CloseComplete());
  }

  void sync() {
    transaction.endStatements();
  }
}
