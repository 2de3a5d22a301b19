package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/** Starts any plan: the engine's by {@link PlanExecutor}, the session's own here. */
final class StatementRunner {
  private final SessionContext context;
  private final TransactionState transaction;
  private final PlanExecutor executor;
  private final Planner planner;
  private final PreparedStatements preparedStatements;
  private final Portals portals;
  private final EngineStatements engineStatements;
  private final Notifications notifications;
  private final ForeignKeys foreignKeys;
  private final FleetingTables fleeting;
  private final TransactionStatements transactionStatements;
  private final SettingStatements settingStatements;
  private final CursorStatements cursorStatements;
  private final CopyStatements copyStatements;

  StatementRunner(
      SessionContext context,
      TransactionState transaction,
      PlanExecutor executor,
      Planner planner,
      PreparedStatements preparedStatements,
      Portals portals,
      EngineStatements engineStatements,
      Notifications notifications,
      ForeignKeys foreignKeys,
      FleetingTables fleeting) {
    this.context = context;
    this.transaction = transaction;
    this.executor = executor;
    this.planner = planner;
    this.preparedStatements = preparedStatements;
    this.portals = portals;
    this.engineStatements = engineStatements;
    this.notifications = notifications;
    this.foreignKeys = foreignKeys;
    this.fleeting = fleeting;
    transactionStatements =
        new TransactionStatements(
            context,
            transaction,
            new SavepointStatements(context, transaction, executor, portals, notifications));
    settingStatements = new SettingStatements(context, transaction);
    cursorStatements = new CursorStatements(executor, planner, portals);
    copyStatements = new CopyStatements(context, transaction, executor, planner, foreignKeys);
  }

  /** Starts a portal's plan. */
  Execution start(Portal portal) {
    return start(portal, portal.plan);
  }

  private Execution start(Portal portal, StatementPlan plan) {
    if (plan instanceof StatementPlan.Engine engine) {
      return executor.execute(portal, engine);
    }
    if (plan instanceof StatementPlan.SetSequences set) {
      return executor.execute(portal, set);
    }
    if (plan instanceof StatementPlan.CreateFleeting fleet) {
      transaction.beginImplicit();
      Execution execution = executor.execute(portal, fleet.create());
      fleeting.add(fleet.table(), fleet.drop());
      return execution;
    }
    if (plan instanceof StatementPlan.PassThrough passThrough) {
      return executor.execute(portal, passThrough);
    }
    if (plan instanceof StatementPlan.CopyTo copy) {
      return copyStatements.run(portal, copy);
    }
    if (plan instanceof StatementPlan.CopyFrom copy) {
      return copyStatements.run(copy);
    }
    if (plan instanceof StatementPlan.Explain explain) {
      return explain(portal, explain);
    }
    if (plan instanceof StatementPlan.Transaction command) {
      return done(transactionStatements.run(command));
    }
    if (plan instanceof StatementPlan.SetParameter set) {
      settingStatements.set(set);
      return done("SET");
    }
    if (plan instanceof StatementPlan.ResetParameter reset) {
      settingStatements.reset(reset);
      return done("RESET");
    }
    if (plan instanceof StatementPlan.ShowParameter show) {
      return Execution.rows(settingStatements.show(show), CommandTag.of("SHOW"));
    }
    if (plan instanceof StatementPlan.Prepare prepare) {
      prepare(portal, prepare);
      return done("PREPARE");
    }
    if (plan instanceof StatementPlan.Execute execute) {
      return execute(portal, execute);
    }
    if (plan instanceof StatementPlan.Deallocate deallocate) {
      return done(deallocate(deallocate));
    }
    if (plan instanceof StatementPlan.Discard discard) {
      return done(discard(discard));
    }
    if (plan instanceof StatementPlan.DeclareCursor declare) {
      return cursorStatements.declare(portal, declare);
    }
    if (plan instanceof StatementPlan.Fetch fetch) {
      return cursorStatements.fetch(portal, fetch);
    }
    if (plan instanceof StatementPlan.CloseCursor close) {
      return cursorStatements.close(close);
    }
    if (plan instanceof StatementPlan.Listen listen) {
      notifications.listen(listen.channel());
      return done("LISTEN");
    }
    if (plan instanceof StatementPlan.Unlisten unlisten) {
      notifications.unlisten(unlisten.channel());
      return done("UNLISTEN");
    }
    if (plan instanceof StatementPlan.SetConstraints set) {
      executor.check(BlockRule.insideOrWarn("SET CONSTRAINTS"));
      executor.prepareEngine();
      foreignKeys.set(set.names(), set.deferred());
      return done("SET CONSTRAINTS");
    }
    if (plan instanceof StatementPlan.Notify notify) {
      notifications.send(notify.channel(), notify.payload());
      return done("NOTIFY");
    }
    if (plan instanceof StatementPlan.Refuse refuse) {
      executor.check(refuse.blockRule());
      throw refuse.error();
    }
    StatementPlan.Acknowledge acknowledge = (StatementPlan.Acknowledge) plan;
    executor.check(acknowledge.blockRule());
    acknowledge.notices().forEach(context::notice);
    return Execution.done(acknowledge.tag(), 0);
  }

  private static Execution done(String tag) {
    return Execution.done(CommandTag.of(tag), 0);
  }

  private void prepare(Portal portal, StatementPlan.Prepare plan) {
    preparedStatements.checkFree(plan.name());
    executor.detach();
    preparedStatements.add(
        planner.prepare(plan.name(), portal.statement.text(), plan.statement(), plan.types()),
        true);
  }

  private Execution explain(Portal portal, StatementPlan.Explain plan) {
    ExplainStatement statement = new ExplainStatement(context, transaction, executor);
    if (plan.execute() == null) {
      return statement.run(portal, plan.explained(), plan.options());
    }
    Portal prepared = prepared(portal, plan.execute());
    if (prepared.plan instanceof StatementPlan.Engine engine) {
      return statement.run(prepared, engine, plan.options());
    }
    throw PgException.notSupported("EXPLAIN of this prepared statement");
  }

  private Execution execute(Portal portal, StatementPlan.Execute plan) {
    Portal prepared = prepared(portal, plan);
    return start(prepared, prepared.plan);
  }

  /** A portal for what EXECUTE executes. */
  private Portal prepared(Portal portal, StatementPlan.Execute plan) {
    PreparedStatement prepared = preparedStatements.get(plan.name());
    preparedStatements.executes(plan.name());
    transaction.checkNotFailed(prepared.endsFailedTransaction());
    List<Object> parameters =
        new ExecuteArguments(context, executor).evaluate(portal, plan, prepared);
    executor.detach();
    StatementPlan current =
        planner.plan(
            prepared.text(), prepared.statement(), ParameterDimensions.of(prepared, parameters));
    StatementShape shape = planner.shape(current, prepared.text(), prepared.statement());
    return new Portal(portal.name, prepared, current, shape, parameters, portal.formats);
  }

  private String deallocate(StatementPlan.Deallocate plan) {
    if (plan.name() == null) {
      preparedStatements.clear();
      return "DEALLOCATE ALL";
    }
    preparedStatements.get(plan.name());
    preparedStatements.remove(plan.name());
    return "DEALLOCATE";
  }

  private String discard(StatementPlan.Discard plan) {
    switch (plan.what()) {
      case "ALL" -> {
        executor.check(BlockRule.outside("DISCARD ALL"));
        portals.clear();
        executor.forgetAll();
        context.settings.resetAll();
        context.settings.reset("session_authorization", false);
        preparedStatements.clear();
        notifications.unlisten(null);
        new TemporaryObjects(context, executor).drop();
        engineStatements.clear();
        executor.forgetSequences();
        context.locks.releaseAll();
      }
      case "PLANS" -> engineStatements.clear();
      case "TEMP", "TEMPORARY" -> new TemporaryObjects(context, executor).drop();
      case "SEQUENCES" -> {
        // What currval() remembers is the engine's, which has no way to forget it.
        executor.forgetSequences();
      }
      default -> throw new PgException(SqlState.INTERNAL_ERROR_, "unknown DISCARD");
    }
    return "DISCARD " + plan.what();
  }
}
