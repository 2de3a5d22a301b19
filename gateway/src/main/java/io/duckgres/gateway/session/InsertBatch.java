package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.EngineArrays;
import io.duckgres.gateway.wire.BackendMessage;
import io.duckgres.gateway.wire.BackendMessage.CommandComplete;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Executions of one INSERT within a pipeline, which wait to be carried to the engine together, and
 * the messages that answer them. They are carried out when anything else comes: until then a client
 * that sends neither Sync nor Flush expects no answer.
 *
 * <p>When one of them fails they are carried out one by one, so that the client gets the answers
 * that it would have got without this class.
 */
final class InsertBatch {
  private static final int MOST = 2048;

  private final SessionContext context;
  private final TransactionState transaction;
  private final PlanExecutor executor;
  private final StatementRunner runner;
  private List<Portal> portals = new ArrayList<>();
  private List<BackendMessage> answers = new ArrayList<>();

  InsertBatch(
      SessionContext context,
      TransactionState transaction,
      PlanExecutor executor,
      StatementRunner runner) {
    this.context = context;
    this.transaction = transaction;
    this.executor = executor;
    this.runner = runner;
  }

  /** Whether nothing waits. */
  boolean isEmpty() {
    return portals.isEmpty();
  }

  /** Whether executions of this statement wait. */
  boolean isOf(PreparedStatement statement) {
    return !isEmpty() && portals.get(0).statement == statement;
  }

  /** Whether an execution can wait with those that do. */
  boolean takes(Portal portal) {
    boolean batched =
        portal.execution == null
            && portal.rows == null
            && portal.plan instanceof StatementPlan.Engine engine
            && engine.steps().size() == 1
            && engine.cleanup().isEmpty()
            && engine.notices().isEmpty()
            && engine.resultStep().batch() != null;
    return batched && (isEmpty() || portals.get(0).plan == portal.plan && portals.size() < MOST);
  }

  /** Lets an execution wait. */
  void add(Portal portal) {
    StatementPlan.Engine plan = (StatementPlan.Engine) portal.plan;
    portal.execution = Execution.done(plan.tag(), 1);
    portals.add(portal);
    answers.add(new CommandComplete(plan.tag().format(1)));
  }

  /** Sends a message, behind the answers that wait. */
  void answer(BackendMessage message) {
    if (isEmpty()) {
      context.out.write(message);
    } else {
      answers.add(message);
    }
  }

  /**
   * Carries out what waits.
   *
   * @throws PgException the error of the execution that failed; those before it were answered
   */
  void run() {
    run(false);
  }

  /**
   * Carries out what waits.
   *
   * @param last whether nothing follows within the same implicit transaction
   * @throws PgException the error of the execution that failed; those before it were answered
   */
  void run(boolean last) {
    if (isEmpty()) {
      return;
    }
    List<Portal> waiting = portals;
    List<BackendMessage> answering = answers;
    portals = new ArrayList<>();
    answers = new ArrayList<>();
    if (waiting.size() == 1) {
      Runnable one = () -> oneByOne(waiting, answering);
      if (last) {
        transaction.runLast(one);
      } else {
        one.run();
      }
      return;
    }
    boolean fresh = !context.engine.inTransaction();
    int mark = transaction.journal().mark();
    try {
      if (last) {
        transaction.runLast(() -> together(waiting));
      } else {
        together(waiting);
      }
    } catch (PgException error) {
      if (error.state() == SqlState.QUERY_CANCELED || !goBack(fresh, mark)) {
        throw error;
      }
      oneByOne(waiting, answering);
      return;
    }
    answering.forEach(context.out::write);
  }

  private void together(List<Portal> waiting) {
    Portal first = waiting.get(0);
    StatementPlan.Engine plan = (StatementPlan.Engine) first.plan;
    StatementPlan.Engine batch =
        new StatementPlan.Engine(
            List.of(plan.resultStep().batch().step()),
            plan.parameterTypes(),
            null,
            plan.tag(),
            false,
            true);
    List<PgType> types = first.shape.parameterTypes();
    List<Object> lists = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      List<Object> values = new ArrayList<>(waiting.size());
      for (Portal portal : waiting) {
        values.add(portal.parameters.get(i));
      }
      lists.add(EngineArrays.of(types.get(i), values));
    }
    executor.execute(
        new Portal("", first.statement, batch, first.shape, lists, first.formats), batch);
  }

  /** Undoes what the failed statement left, so that the transaction is as it was before. */
  private boolean goBack(boolean fresh, int mark) {
    if (fresh) {
      if (context.engine.inTransaction()) {
        transaction.restartEngine();
      }
      return true;
    }
    Journal journal = transaction.journal();
    if (!transaction.isExplicit() || !journal.sequencesAtRisk().isEmpty()) {
      return false;
    }
    try {
      List<Journal.Entry> entries = journal.upTo(mark);
      executor.detach();
      transaction.restartEngine();
      new Replay(context, executor).run(entries, Map.of());
      journal.cut(mark);
      return true;
    } catch (PgException e) {
      return false;
    }
  }

  private void oneByOne(List<Portal> waiting, List<BackendMessage> answering) {
    int next = 0;
    for (BackendMessage answer : answering) {
      if (answer instanceof CommandComplete) {
        runner.start(waiting.get(next));
        next++;
      }
      context.out.write(answer);
    }
  }
}
