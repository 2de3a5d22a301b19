package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.wire.BackendMessage.ErrorResponse;
import io.duckgres.gateway.wire.BackendMessage.ParameterStatus;
import io.duckgres.gateway.wire.BackendMessage.ReadyForQuery;
import io.duckgres.gateway.wire.ClientGoneException;
import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.FrontendMessage.Bind;
import io.duckgres.gateway.wire.FrontendMessage.Close;
import io.duckgres.gateway.wire.FrontendMessage.Describe;
import io.duckgres.gateway.wire.FrontendMessage.Execute;
import io.duckgres.gateway.wire.FrontendMessage.ExtendedQueryMessage;
import io.duckgres.gateway.wire.FrontendMessage.Flush;
import io.duckgres.gateway.wire.FrontendMessage.FunctionCall;
import io.duckgres.gateway.wire.FrontendMessage.Malformed;
import io.duckgres.gateway.wire.FrontendMessage.Parse;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.gateway.wire.FrontendMessage.Sync;
import io.duckgres.gateway.wire.Severity;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The protocol's state machine between two connections' ends: which message may come when, what an
 * error skips, when the client is told that it may go on.
 *
 * <pre>
 *  client                          session
 *    | Query --------------------> SimpleQueryFlow: parse, then for each statement
 *    |                               RowDescription, DataRow …, CommandComplete
 *    | <-------------------------- [ErrorResponse,] ParameterStatus …, ReadyForQuery
 *    |
 *    | Parse --------------------> ExtendedQueryFlow: PreparedStatements   ParseComplete
 *    | Bind ---------------------> Portals                                 BindComplete
 *    | Describe -----------------> RowDescription or NoData
 *    | Execute ------------------> DataRow …, CommandComplete or PortalSuspended
 *    | Sync ---------------------> TransactionState.endStatements
 *    | <-------------------------- ParameterStatus …, ReadyForQuery
 *    |
 *    | any of these, wrong ------> ErrorResponse, then nothing is answered until Sync
 * </pre>
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html">Message Flow</a>
 */
final class SqlSession implements Session {
  private static final Logger log = LoggerFactory.getLogger(SqlSession.class);

  private final SessionContext context;
  private final TransactionState transaction;
  private final PreparedStatements preparedStatements;
  private final Portals portals;
  private final Notifications notifications;
  private final EngineStatements engineStatements;
  private final PlanExecutor executor;
  private final SessionValues values;
  private final SimpleQueryFlow simple;
  private final ExtendedQueryFlow extended;
  private boolean skipsToSync;

  SqlSession(SessionContext context) {
    this.context = context;
    preparedStatements = context.preparedStatements;
    portals = new Portals(context.services.limits().portals());
    notifications = new Notifications(context);
    FleetingTables fleeting = new FleetingTables(context);
    ForeignKeys foreignKeys = new ForeignKeys(context, context.conflicts);
    transaction =
        new TransactionState(
            context.engine,
            context.settings,
            foreignKeys,
            List.of(portals, notifications, context.locks, context.number, foreignKeys, fleeting));
    engineStatements = new EngineStatements(context.engine);
    values = new SessionValues(context);
    values.useCursors(portals);
    Planner planner = new Planner(context, engineStatements, preparedStatements, portals);
    executor =
        new PlanExecutor(context, transaction, engineStatements, planner, values, foreignKeys);
    StatementRunner runner =
        new StatementRunner(
            context,
            transaction,
            executor,
            planner,
            preparedStatements,
            portals,
            engineStatements,
            notifications,
            foreignKeys,
            fleeting);
    simple =
        new SimpleQueryFlow(
            context,
            transaction,
            planner,
            runner,
            executor,
            engineStatements,
            preparedStatements,
            portals);
    extended =
        new ExtendedQueryFlow(
            context, transaction, planner, runner, executor, preparedStatements, portals);
  }

  /** Greets the client. */
  void greet() {
    context.engine.applySetting("database", context.database());
    context.engine.serve(new LiveSession(context, notifications, portals, preparedStatements));
    context.activity.idles(transaction.status(), context.settings.get("application_name"));
    context
        .settings
        .greeting()
        .forEach((name, value) -> context.out.write(new ParameterStatus(name, value)));
    context.out.write(context.client.key());
    context.out.write(new ReadyForQuery(transaction.status()));
  }

  @Override
  public void handle(FrontendMessage message) {
    if (skipsToSync && !(message instanceof Sync)) {
      return;
    }
    context.cancellation.begin();
    context.timeouts.wakes();
    noteBegin(message);
    try {
      dispatch(message);
    } catch (ClientGoneException gone) {
      throw gone;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError error) {
      fail(error);
      skipsToSync = skipsToSync(message);
    } finally {
      context.cancellation.end();
    }
    PgException termination = context.cancellation.termination();
    if (termination != null) {
      throw termination;
    }
    if (endsQuery(message)) {
      context.timeouts.statementEnds();
      ready();
    }
  }

  private void noteBegin(FrontendMessage message) {
    Instant now = Instant.now();
    values.statementStarts(now);
    if (message instanceof Query || message instanceof ExtendedQueryMessage) {
      String text = null;
      if (message instanceof Query query) {
        text = query.sql();
      } else if (message instanceof Parse parse) {
        text = parse.sql();
      }
      context.activity.begins(text, now);
      context.timeouts.statementBegins();
    }
  }

  private void dispatch(FrontendMessage message) {
    if (message instanceof Sync) {
      skipsToSync = false;
    }
    if (!isPartOfBatch(message)) {
      extended.finishBatch(message instanceof Sync);
    }
    if (message instanceof Query query) {
      simple.run(query);
    } else if (message instanceof Parse parse) {
      extended.parse(parse);
    } else if (message instanceof Bind bind) {
      extended.bind(bind);
    } else if (message instanceof Describe describe) {
      extended.describe(describe);
    } else if (message instanceof Execute execute) {
      extended.execute(execute);
    } else if (message instanceof Close close) {
      extended.close(close);
    } else if (message instanceof Flush) {
      context.out.flush();
    } else if (message instanceof Sync) {
      extended.sync();
    } else if (message instanceof FunctionCall) {
      transaction.checkNotFailed(false);
      throw PgException.notSupported("the function call protocol");
    } else if (message instanceof Malformed malformed) {
      throw malformed.error();
    }
    // What is left are messages of COPY that come late after an error: they are ignored.
  }

  private static boolean isPartOfBatch(FrontendMessage message) {
    return message instanceof Bind || message instanceof Describe || message instanceof Execute;
  }

  private static boolean skipsToSync(FrontendMessage message) {
    return message instanceof ExtendedQueryMessage
        || message instanceof Malformed malformed && !endsQuery(malformed);
  }

  private static boolean endsQuery(FrontendMessage message) {
    return message instanceof Query
        || message instanceof Sync
        || message instanceof FunctionCall
        || message instanceof Malformed malformed && "QSF".indexOf(malformed.type()) >= 0;
  }

  /** What it shares with its parts. */
  SessionContext context() {
    return context;
  }

  /** Ends it as an administrator would; callable from any thread. */
  void terminate() {
    context.terminate(SqlSession::terminatedByAdministrator);
  }

  static PgException terminatedByAdministrator() {
    return new PgException(
        SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
  }

  /** The process id that the client knows. */
  int processId() {
    return context.client.key().processId();
  }

  /** Whose database it is over. */
  String user() {
    return context.user();
  }

  /** Notifications from a session; callable from any thread. */
  void notified(int sender, List<Notification> sent) {
    if (notifications.receive(sender, sent)) {
      context.out.execute(this::deliverWhenIdle);
    }
  }

  private void deliverWhenIdle() {
    if (!transaction.isInBlock()) {
      notifications.deliver();
      context.out.flush();
    }
  }

  private void ready() {
    if (!transaction.isInBlock()) {
      notifications.deliver();
    }
    context
        .settings
        .changes()
        .forEach((name, value) -> context.out.write(new ParameterStatus(name, value)));
    context.activity.idles(transaction.status(), context.settings.get("application_name"));
    context.timeouts.transactionContinues(transaction.isInBlock());
    context.timeouts.idles(transaction.status());
    context.out.write(new ReadyForQuery(transaction.status()));
    context.out.flush();
  }

  private void fail(Throwable error) {
    PgException answer = answer(error);
    if (context.cancellation.termination() != null) {
      // The FATAL error comes instead, and ends the transaction.
      return;
    }
    context.flushNotices();
    try {
      transaction.fail();
    } catch (RuntimeException e) {
      log.error("after an error the transaction could not be rolled back", e);
    }
    context.out.write(new ErrorResponse(Severity.ERROR, answer));
    // As in PostgreSQL, an error is told at once: a client may wait for it before it sends Sync.
    context.out.flush();
  }

  private PgException answer(Throwable error) {
    if (error instanceof PgException known) {
      if (known.getCause() instanceof SQLTimeoutException) {
        // The engine was interrupted while it was asked about its catalog.
        return context.cancellation.acknowledge();
      }
      if (known.state() == SqlState.INTERNAL_ERROR_) {
        log.error("internal error", known.getCause() == null ? known : known.getCause());
      }
      return known;
    }
    if (error instanceof EngineException engine) {
      return engine.isInterrupt()
          ? context.cancellation.acknowledge()
          : EngineErrors.translate(engine);
    }
    if (error instanceof StackOverflowError) {
      return new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
    }
    if (error instanceof OutOfMemoryError) {
      log.error("out of memory", error);
      return new PgException(SqlState.OUT_OF_MEMORY, "out of memory");
    }
    log.error("internal error", error);
    return new PgException(SqlState.INTERNAL_ERROR_, "internal error; the server's log tells more");
  }

  @Override
  public void cancel() {
    if (context.cancellation.request(Cancellation::userRequest, () -> true)) {
      context
          .sessions
          .interrupts()
          .execute(() -> context.cancellation.await(context.engine::cancel));
    }
  }

  @Override
  public void close() {
    context.sessions.remove(this);
    context.timeouts.close();
    try {
      if (transaction.isInBlock()) {
        transaction.rollback();
      }
      portals.clear();
      engineStatements.clear();
    } catch (RuntimeException e) {
      log.warn("a session could not be ended in order", e);
    } finally {
      context.locks.close();
      context.engine.close();
    }
  }
}
