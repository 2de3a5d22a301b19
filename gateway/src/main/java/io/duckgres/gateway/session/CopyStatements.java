package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.copy.CopySource;
import io.duckgres.gateway.copy.CopyWriter;
import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.wire.BackendMessage.CopyDone;
import io.duckgres.gateway.wire.BackendMessage.CopyInResponse;
import io.duckgres.gateway.wire.BackendMessage.CopyOutResponse;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.CopyOptions;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.RowChange;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.netty.buffer.ByteBuf;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * COPY, from beginning to end: the data go through while the statement runs.
 *
 * <pre>
 *  client                       session
 *    | &lt;----------------------- CopyInResponse          COPY FROM STDIN
 *    | CopyData … ------------> CopyMessages, CopySource: rows, which the engine takes in
 *    | CopyDone --------------> the statement ends; CommandComplete
 *    | CopyFail --------------> or it fails; ErrorResponse
 *    |
 *    | &lt;----------------------- CopyOutResponse         COPY TO STDOUT
 *    | &lt;----------------------- CopyData …, CopyDone, CommandComplete
 * </pre>
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html#PROTOCOL-COPY">COPY
 *     Operations</a>
 */
final class CopyStatements {
  private static final CommandTag COPY = new CommandTag("COPY", true);

  private final SessionContext context;
  private final PlanExecutor executor;
  private final Planner planner;
  private final TransactionState transaction;
  private final ForeignKeys foreignKeys;

  CopyStatements(
      SessionContext context,
      TransactionState transaction,
      PlanExecutor executor,
      Planner planner,
      ForeignKeys foreignKeys) {
    this.context = context;
    this.transaction = transaction;
    this.executor = executor;
    this.planner = planner;
    this.foreignKeys = foreignKeys;
  }

  Execution run(Portal portal, StatementPlan.CopyTo plan) {
    PreparedStatement prepared = portal.statement;
    StatementShape shape = planner.shape(plan.query(), prepared.text(), prepared.statement());
    CopyWriter writer =
        CopyWriter.of(plan.options(), shape.columns(), context.formatSettings(), context.catalog());
    Portal rows =
        new Portal(portal.name, prepared, plan.query(), shape, List.of(), FormatCodes.text(shape));
    try (Execution execution = executor.execute(rows, plan.query(), COPY, writer::write)) {
      byte format = formatOf(plan.options());
      context.out.write(new CopyOutResponse(format, formats(format, shape.columns().size())));
      write(writer::begin);
      String tag = execution.send(Long.MAX_VALUE, context.out);
      executor.forget(execution);
      write(writer::end);
      context.out.write(new CopyDone());
      return Execution.done(CommandTag.of(tag), 0);
    }
  }

  private void write(Consumer<ByteBuf> part) {
    ByteBuf buffer = context.out.allocator().directBuffer();
    try {
      part.accept(buffer);
    } catch (RuntimeException | Error e) {
      buffer.release();
      throw e;
    }
    context.out.writeEncoded(buffer);
  }

  Execution run(StatementPlan.CopyFrom plan) {
    if (!plan.relation().engineName().get(0).equals("temp")) {
      executor.accessMode().check("COPY FROM");
    }
    Relation table = plan.relation();
    boolean refers =
        !ForeignKeyGraph.of(context.catalog()).of(table.schema(), table.name()).isEmpty();
    if (refers) {
      transaction.beginImplicit();
    }
    executor.prepareEngine();
    byte format = formatOf(plan.options());
    CopyMessages messages = new CopyMessages(context);
    Journal journal = transaction.isExplicit() ? transaction.journal() : null;
    CopyRecording recording = journal == null ? null : new CopyRecording(plan, messages);
    FormatSettings settings = context.formatSettings();
    CopySource source =
        CopySource.of(
            plan,
            recording == null ? messages : recording,
            settings,
            context.catalog(),
            text -> context.notice(PgNotice.notice(SqlState.SUCCESSFUL_COMPLETION, text)));
    context.out.write(new CopyInResponse(format, formats(format, plan.columns().size())));
    try {
      if (journal != null) {
        journal.begin();
      }
      long rows = context.engine.insert(source, source::sql);
      messages.drain();
      if (refers) {
        foreignKeys.changed(
            List.of(new RowChange(table.schema(), table.name(), RowChange.Kind.INSERT, null, null)),
            step -> {});
      }
      if (journal != null) {
        journal.add(List.of(recording.entry(rows, settings)));
      }
      return Execution.done(COPY, rows);
    } catch (EngineException e) {
      PgException error =
          e.isInterrupt() ? context.cancellation.acknowledge() : EngineErrors.translate(e);
      throw source.locatedInTable(error);
    }
  }

  private static byte formatOf(CopyOptions options) {
    return (byte) (options.isBinary() ? 1 : 0);
  }

  private static List<Short> formats(byte format, int columns) {
    return Collections.nCopies(columns, (short) format);
  }
}
