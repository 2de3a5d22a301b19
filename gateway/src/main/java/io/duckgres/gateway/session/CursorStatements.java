package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.StatementPlan.CloseCursor;
import io.duckgres.transpiler.plan.StatementPlan.DeclareCursor;
import io.duckgres.transpiler.plan.StatementPlan.Fetch;
import java.util.List;

/**
 * DECLARE, FETCH, MOVE and CLOSE.
 *
 * <p>Source: {@code src/backend/commands/portalcmds.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-declare.html">DECLARE</a>
 */
final class CursorStatements {
  private static final CommandTag FETCH = new CommandTag("FETCH", true);
  private static final CommandTag MOVE = new CommandTag("MOVE", true);

  private final PlanExecutor executor;
  private final Planner planner;
  private final Portals portals;

  CursorStatements(PlanExecutor executor, Planner planner, Portals portals) {
    this.executor = executor;
    this.planner = planner;
    this.portals = portals;
  }

  Execution declare(Portal portal, DeclareCursor plan) {
    executor.check(plan.blockRule());
    portals.makeRoom(plan.name());
    PreparedStatement statement = portal.statement;
    StatementShape shape = planner.shape(plan.query(), statement.text(), statement.statement());
    List<Short> formats = plan.binary() ? FormatCodes.binary(shape) : FormatCodes.text(shape);
    Portal cursor =
        new Portal(plan.name(), statement, plan.query(), shape, portal.parameters, formats);
    cursor.declaration = plan;
    cursor.hold = plan.hold();
    cursor.rows = executor.open(cursor, plan.query(), memory(plan));
    portals.add(cursor);
    return Execution.done(CommandTag.of("DECLARE CURSOR"), 0);
  }

  private static CursorRows.Memory memory(DeclareCursor plan) {
    if (Boolean.FALSE.equals(plan.scroll())) {
      return CursorRows.Memory.NOTHING;
    }
    return Boolean.TRUE.equals(plan.scroll()) || plan.hold()
        ? CursorRows.Memory.ALL
        : CursorRows.Memory.SOME;
  }

  Execution fetch(Portal portal, Fetch plan) {
    Portal cursor = cursor(plan.name());
    FetchCursor rows = FetchCursor.start(cursor.rows, plan, portal.formats);
    return plan.move() ? Execution.done(MOVE, rows.move()) : Execution.rows(rows, FETCH);
  }

  private Portal cursor(String name) {
    Portal cursor = portals.cursor(name);
    if (cursor.rows == null) {
      throw PgException.notSupported("FETCH from a portal of the protocol");
    }
    if (cursor.rows.isBroken()) {
      throw new PgException(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "portal \"" + name + "\" cannot be run");
    }
    return cursor;
  }

  Execution close(CloseCursor plan) {
    if (plan.name() == null) {
      portals.clear();
      executor.forgetAll();
      return Execution.done(CommandTag.of("CLOSE CURSOR ALL"), 0);
    }
    Portal closed = portals.cursor(plan.name());
    portals.remove(plan.name());
    executor.forget(closed.rows == null ? closed.execution : closed.rows);
    return Execution.done(CommandTag.of("CLOSE CURSOR"), 0);
  }
}
