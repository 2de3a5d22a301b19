package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineException;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SAVEPOINT, RELEASE and ROLLBACK TO over an engine that has no savepoints: the transaction is
 * repeated up to the savepoint, unless nothing has been changed since.
 *
 * <p>Source of checks: {@code src/backend/access/transam/xact.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-savepoint.html">SAVEPOINT</a>
 */
final class SavepointStatements {
  private static final Logger log = LoggerFactory.getLogger(SavepointStatements.class);

  private final SessionContext context;
  private final TransactionState transaction;
  private final PlanExecutor executor;
  private final Portals portals;
  private final Notifications notifications;

  SavepointStatements(
      SessionContext context,
      TransactionState transaction,
      PlanExecutor executor,
      Portals portals,
      Notifications notifications) {
    this.context = context;
    this.transaction = transaction;
    this.executor = executor;
    this.portals = portals;
    this.notifications = notifications;
  }

  String define(String name) {
    requireBlock("SAVEPOINT");
    if (!transaction.clock().isRead()) {
      executor.prepareEngine();
      transaction.clock().read();
    }
    Journal journal = transaction.journal();
    transaction
        .savepoints()
        .add(
            new Savepoint(
                name,
                journal.mark(),
                context.settings.state(),
                portals.lastNumber(),
                notifications.mark(),
                context.locks.mark(),
                values(journal.sequencesAtRisk())));
    return "SAVEPOINT";
  }

  private Map<String, Long> values(List<String> sequences) {
    Map<String, Long> values = new HashMap<>();
    if (!sequences.isEmpty()) {
      executor.prepareEngine();
    }
    for (String sequence : sequences) {
      String sql = "SELECT currval(" + Replay.literal(sequence) + ")";
      try {
        String value = EngineRows.read(context.engine, sql, List.of()).get(0).get(0);
        values.put(sequence, Long.parseLong(value));
      } catch (EngineException e) {
        log.debug("a sequence has no value any more", e);
      }
    }
    return values;
  }

  String release(String name) {
    requireBlock("RELEASE SAVEPOINT");
    List<Savepoint> savepoints = transaction.savepoints();
    int index = indexOf(name);
    savepoints.subList(index, savepoints.size()).clear();
    return "RELEASE";
  }

  String rollbackTo(String name) {
    requireBlock("ROLLBACK TO SAVEPOINT");
    List<Savepoint> savepoints = transaction.savepoints();
    int index = indexOf(name);
    Savepoint savepoint = savepoints.get(index);
    portals.removeYounger(savepoint.portals());
    Journal journal = transaction.journal();
    if (!journal.isUnchangedSince(savepoint.journal()) || !isEngineWell()) {
      List<Journal.Entry> entries = journal.upTo(savepoint.journal());
      keepOlderCursors();
      journal.begin();
      transaction.restartEngine();
      new Replay(context, executor).run(entries, savepoint.sequences());
      journal.cut(savepoint.journal());
    }
    savepoints.subList(index + 1, savepoints.size()).clear();
    context.settings.restore(savepoint.settings());
    notifications.rollbackTo(savepoint.notifications());
    context.locks.rollbackTo(savepoint.locks());
    transaction.recover();
    return "ROLLBACK";
  }

  /** Their rows are those of the transaction that ends now. */
  private void keepOlderCursors() {
    try {
      executor.detach();
    } catch (RuntimeException e) {
      log.debug("a cursor does not outlive its transaction's error", e);
    }
  }

  /** The engine gives up its transaction after some errors. */
  private boolean isEngineWell() {
    if (!transaction.isFailed() || !context.engine.inTransaction()) {
      return true;
    }
    keepOlderCursors();
    try {
      EngineRows.read(context.engine, "SELECT 1", List.of());
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  private void requireBlock(String statement) {
    if (!transaction.isExplicit()) {
      throw new PgException(
          SqlState.NO_ACTIVE_SQL_TRANSACTION,
          statement + " can only be used in transaction blocks");
    }
  }

  private int indexOf(String name) {
    List<Savepoint> savepoints = transaction.savepoints();
    for (int i = savepoints.size() - 1; i >= 0; i--) {
      if (savepoints.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new PgException(
        SqlState.INVALID_SAVEPOINT_SPECIFICATION, "savepoint \"" + name + "\" does not exist");
  }
}
