package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.ResultCodecs;
import io.duckgres.gateway.codec.RowEncoder;
import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineResult;
import io.duckgres.gateway.engine.EngineResult.RowCount;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.gateway.settings.TimeZones;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.RowChange;
import io.duckgres.transpiler.plan.SequenceChange;
import io.duckgres.transpiler.plan.StatementPlan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Executes plans for the engine. One result at a time can stream from it. */
final class PlanExecutor {
  private final SessionContext context;
  private final TransactionState transaction;
  private final EngineStatements statements;
  private final Planner planner;
  private final SessionValues values;
  private final ForeignKeys foreignKeys;
  private final AccessMode accessMode;
  private Detachable streaming;
  private final EngineSettings engineSettings = new EngineSettings();
  private String timeZone = "UTC";
  private long timeZoneVersion = -1;

  PlanExecutor(
      SessionContext context,
      TransactionState transaction,
      EngineStatements statements,
      Planner planner,
      SessionValues values,
      ForeignKeys foreignKeys) {
    this.context = context;
    this.transaction = transaction;
    this.statements = statements;
    this.planner = planner;
    this.values = values;
    this.foreignKeys = foreignKeys;
    accessMode = new AccessMode(context, transaction);
  }

  /** The engine is needed: what streams from it is spooled first. */
  void detach() {
    if (streaming != null) {
      Detachable rows = streaming;
      streaming = null;
      rows.detach();
    }
  }

  /** Forgets what streams, since all is closed. */
  void forgetAll() {
    streaming = null;
  }

  /** Forgets what streams if it is this, which is closed. */
  void forget(Detachable closed) {
    if (streaming == closed) {
      streaming = null;
    }
  }

  /** Starts a plan for the engine. */
  Execution execute(Portal portal, StatementPlan.Engine plan) {
    RowEncoder encoder = portal.shape.returnsRows() ? encoder(portal, portal.formats) : null;
    return execute(portal, plan, plan.tag(), encoder);
  }

  /**
   * Starts a plan for the engine whose rows are written in a way of their own.
   *
   * @param tag what the execution says at its end
   * @param encoder null when there are no rows
   */
  Execution execute(Portal portal, StatementPlan.Engine plan, CommandTag tag, RowEncoder encoder) {
    check(plan.blockRule());
    accessMode.check(plan);
    transaction.queries();
    List<RowChange> changes =
        plan.steps().stream().map(EngineStep::change).filter(Objects::nonNull).toList();
    if (plan.steps().size() > 1 || !changes.isEmpty()) {
      transaction.beginImplicit();
    }
    Function<EngineStep, Function<EngineException, RuntimeException>> errors =
        step -> error -> translate(error, step, portal);
    boolean reusable = plan.cleanup().isEmpty();
    prepareEngine();
    JournalWriter journal =
        new JournalWriter(plan, portal, transaction.isExplicit() ? transaction.journal() : null);
    for (EngineStep step : plan.steps().subList(0, plan.steps().size() - 1)) {
      List<Object> parameters = values.bind(step.parameters(), portal.parameters);
      run(step, parameters, errors.apply(step), reusable);
      journal.step(step, parameters, timeZone);
    }
    EngineStep last = plan.resultStep();
    List<Object> parameters = values.bind(last.parameters(), portal.parameters);
    Execution execution;
    if (journal.capturesRows()) {
      execution = capture(last, parameters, portal, tag, encoder, journal, errors.apply(last));
    } else {
      execution =
          start(
              last.sql(),
              parameters,
              encoder,
              tag,
              errors.apply(last),
              () -> statements.take(last.sql(), last.anyData()),
              reusable);
      journal.digest(execution);
    }
    if (plan.writes()) {
      // As in PostgreSQL, what changes data is run to its end, however few rows are asked for.
      detach();
    }
    journal.result(last, parameters, execution, timeZone);
    if (!changes.isEmpty()) {
      lookAfter(changes, execution, portal, journal);
    }
    for (EngineStep step : plan.cleanup()) {
      run(step, List.of(), errors.apply(step), reusable);
      journal.step(step, List.of(), timeZone);
    }
    journal.done();
    if (plan.changesCatalog()) {
      context.engine.catalogChanged(plan.createsTemporary(), plan.changed());
    }
    plan.notices().forEach(context::notice);
    drew(last.sequence());
    return execution;
  }

  /** Checks and actions of foreign keys follow once the statement has changed all its rows. */
  private void lookAfter(
      List<RowChange> changes, Execution execution, Portal portal, JournalWriter journal) {
    try {
      foreignKeys.changed(
          changes,
          step -> {
            run(step, List.of(), error -> translate(error, step, portal), false);
            journal.step(step, List.of(), timeZone);
          });
    } catch (RuntimeException | Error e) {
      execution.close();
      throw e;
    }
  }

  /** Sets sequences, then starts the plan that follows. */
  Execution execute(Portal portal, StatementPlan.SetSequences plan) {
    check(plan.then().blockRule());
    accessMode.check("setval()");
    transaction.beginImplicit();
    prepareEngine();
    if (transaction.isExplicit()) {
      transaction.journal().obstacle("setting a sequence");
    }
    for (SequenceChange change : plan.changes()) {
      set(change, portal);
    }
    context.engine.catalogChanged(false);
    return execute(portal, plan.then());
  }

  private void set(SequenceChange change, Portal portal) {
    EngineStep step = change.position();
    try {
      SequencePosition position = null;
      EngineStatement statement = statements.take(step.sql(), step.anyData());
      try (EngineResult result =
          statement.execute(values.bind(step.parameters(), portal.parameters))) {
        position = SequencePosition.last((RowStream) result);
      }
      statements.release(step.sql(), statement);
      if (position == null) {
        return;
      }
      for (String sql : position.statements(change)) {
        run(EngineStep.of(sql), List.of(), error -> translate(error, step, portal), true);
      }
    } catch (EngineException e) {
      throw translate(e, step, portal);
    }
  }

  /** Starts a statement that our grammar can't parse. */
  Execution execute(Portal portal, StatementPlan.PassThrough plan) {
    prepareEngine();
    PreparedStatement prepared = portal.statement;
    EngineStatement checked = planner.prepare(plan, prepared.text(), prepared.statement());
    PassThroughKind kind = PassThroughKind.of(checked.statementType());
    statements.release(plan.sql(), checked);
    if (kind.writes()) {
      accessMode.check(kind.tag());
      if (transaction.isExplicit()) {
        transaction.journal().obstacle("a statement of DuckDB's own");
      }
    }
    Function<EngineException, RuntimeException> errors =
        error ->
            interrupted(error)
                ? context.cancellation.acknowledge()
                : Planner.inText(
                    EngineErrors.translate(error, plan.sql()),
                    prepared.text(),
                    prepared.statement());
    Execution execution =
        start(
            plan.sql(),
            portal.parameters,
            portal.shape.returnsRows() ? encoder(portal, portal.formats) : null,
            kind.tag(),
            errors,
            () -> statements.take(plan.sql()),
            true);
    if (kind.writes()) {
      detach();
    }
    if (kind.changesCatalog()) {
      context.engine.engineChangedCatalog();
    }
    return execution;
  }

  /** Refuses or warns when a plan's rule is broken. */
  void check(BlockRule rule) {
    PgNotice warning = rule.check(transaction.isWithinBlock());
    if (warning != null) {
      context.notice(warning);
    }
  }

  /** What read-only transactions refuse. */
  AccessMode accessMode() {
    return accessMode;
  }

  /** DISCARD SEQUENCES. */
  void forgetSequences() {
    values.forgetSequences();
  }

  private void drew(String sequence) {
    values.sequenceUsed(sequence);
    if (sequence != null && transaction.isExplicit()) {
      transaction.journal().drew(sequence);
    }
  }

  /**
   * Sets the engine's time zone.
   *
   * @param wanted as SHOW TimeZone prints it; null leaves it
   */
  void useTimeZone(String wanted) {
    if (wanted != null && !wanted.equals(timeZone)) {
      context.engine.applySetting("TimeZone", TimeZones.engineName(wanted));
      timeZone = wanted;
      statements.clear();
    }
  }

  /** The engine's time zone may not be the session's. */
  void forgetTimeZone() {
    timeZoneVersion = -1;
  }

  /** The engine is about to execute. */
  void prepareEngine() {
    detach();
    transaction.prepareEngine();
    if (timeZoneVersion != context.settings.version()) {
      useTimeZone(context.settings.get("TimeZone"));
      if (engineSettings.apply(context)) {
        statements.clear();
      }
      timeZoneVersion = context.settings.version();
    }
    context.cancellation.check();
  }

  private void run(
      EngineStep step,
      List<Object> parameters,
      Function<EngineException, RuntimeException> errors,
      boolean reusable) {
    EngineStatement statement = null;
    try {
      statement = statements.take(step.sql(), step.anyData());
      try (EngineResult result = statement.execute(parameters)) {
        drain(result);
      }
    } catch (EngineException e) {
      if (statement != null) {
        // Left open it would keep the transaction's state of the data alive.
        statement.close();
      }
      throw errors.apply(e);
    }
    statements.release(step.sql(), statement, reusable);
  }

  /** Executes INSERT and keeps the rows that it inserts. */
  private Execution capture(
      EngineStep step,
      List<Object> parameters,
      Portal portal,
      CommandTag tag,
      RowEncoder encoder,
      JournalWriter journal,
      Function<EngineException, RuntimeException> errors) {
    String sql = step.repetition().returning();
    RowSpool spool = encoder == null ? null : new RowSpool();
    try {
      EngineStatement statement = statements.take(sql);
      try (RowStream rows = (RowStream) statement.execute(parameters)) {
        for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
          context.cancellation.check();
          journal.captured().add(batch, portal.shape.columnCount());
          if (spool != null) {
            ByteBuf buffer = Unpooled.buffer();
            encoder.encode(batch, 0, batch.getRowCount(), buffer);
            spool.add(buffer, batch.getRowCount());
          }
        }
      }
      statements.release(sql, statement);
    } catch (RuntimeException e) {
      if (spool != null) {
        spool.close();
      }
      throw e instanceof EngineException engine ? errors.apply(engine) : e;
    }
    return spool == null
        ? Execution.done(tag, journal.captured().rows())
        : Execution.rows(spool, tag);
  }

  private static void drain(EngineResult result) {
    if (result instanceof RowStream rows) {
      while (rows.next() != null) {
        // A step before the last one has rows only for the engine's own reasons.
      }
    }
  }

  /**
   * Starts a query whose rows a cursor keeps.
   *
   * @param portal the cursor's
   */
  CursorRows open(Portal portal, StatementPlan.Engine plan, CursorRows.Memory memory) {
    EngineStep step = plan.resultStep();
    transaction.queries();
    prepareEngine();
    Function<EngineException, RuntimeException> errors = error -> translate(error, step, portal);
    EngineStatement statement = null;
    RowStream stream;
    try {
      statement = statements.take(step.sql(), step.anyData());
      stream = (RowStream) statement.execute(values.bind(step.parameters(), portal.parameters));
    } catch (EngineException e) {
      if (statement != null) {
        statement.close();
      }
      throw errors.apply(e);
    }
    EngineStatement executed = statement;
    CursorRows rows =
        new CursorRows(
            new CursorRows.Source(
                stream,
                portal.shape.columnCount(),
                formats -> encoder(portal, formats),
                context.cancellation,
                errors,
                () -> statements.release(step.sql(), executed)),
            memory);
    streaming = rows;
    drew(step.sequence());
    return rows;
  }

  private Execution start(
      String sql,
      List<Object> parameters,
      RowEncoder encoder,
      CommandTag tag,
      Function<EngineException, RuntimeException> errors,
      java.util.function.Supplier<EngineStatement> prepare,
      boolean reusable) {
    EngineStatement statement = null;
    EngineResult result;
    try {
      statement = prepare.get();
      result = statement.execute(parameters);
    } catch (EngineException e) {
      if (statement != null) {
        statement.close();
      }
      throw errors.apply(e);
    }
    EngineStatement executed = statement;
    if (result instanceof RowCount count) {
      statements.release(sql, statement, reusable);
      return Execution.done(tag, count.rows());
    }
    RowStream rows = (RowStream) result;
    if (encoder == null) {
      long counted = tag.counted() ? ChangedRows.counted(rows) : 0;
      rows.close();
      statements.release(sql, statement, reusable);
      return Execution.done(tag, counted);
    }
    Execution execution;
    try {
      execution =
          Execution.rows(
              new EngineCursor(
                  rows,
                  encoder,
                  context.cancellation,
                  errors,
                  context::flushNotices,
                  () -> statements.release(sql, executed, reusable)),
              tag);
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
    streaming = execution;
    return execution;
  }

  /** Encodes a portal's rows in these formats. */
  RowEncoder encoder(Portal portal, List<Short> formats) {
    return ResultCodecs.encoder(
        portal.shape.columns(),
        FormatCodes.toArray(formats),
        context.formatSettings(),
        context.catalog());
  }

  private RuntimeException translate(EngineException error, EngineStep step, Portal portal) {
    if (interrupted(error)) {
      return context.cancellation.acknowledge();
    }
    PreparedStatement prepared = portal.statement;
    return Planner.inText(
        ConstraintErrors.complete(
            EngineErrors.translate(error, step, prepared.statement().text()),
            error,
            step,
            context::catalog),
        prepared.text(),
        prepared.statement());
  }

  private static boolean interrupted(EngineException error) {
    return error.isInterrupt();
  }
}
