package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.CursorStatement;
import io.duckgres.transpiler.statement.CursorStatement.CursorOption;
import io.duckgres.transpiler.statement.CursorStatement.Declare;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.List;

/**
 * Cursors, which the session keeps.
 *
 * <p>Source of checks: {@code src/backend/parser/analyze.c} (transformDeclareCursorStmt).
 */
final class CursorPlanner {
  private CursorPlanner() {}

  static StatementPlan plan(CursorStatement statement, DefinitionContext context) {
    if (statement instanceof Declare declare) {
      return declare(declare, context);
    }
    if (statement instanceof CursorStatement.Fetch fetch) {
      StatementPlan.FetchDirection direction =
          StatementPlan.FetchDirection.valueOf(fetch.direction().name());
      return new StatementPlan.Fetch(fetch.name(), fetch.move(), direction, fetch.count());
    }
    return new StatementPlan.CloseCursor(((CursorStatement.Close) statement).name());
  }

  private static StatementPlan declare(Declare declare, DefinitionContext context) {
    List<CursorOption> options = declare.options();
    refuseBoth(options, CursorOption.SCROLL, CursorOption.NO_SCROLL);
    refuseBoth(options, CursorOption.ASENSITIVE, CursorOption.INSENSITIVE);
    if (declare.query() instanceof QueryNode query && !query.locking().isEmpty()) {
      checkLocking(declare, query.locking().get(0));
    }
    Boolean scroll = null;
    if (options.contains(CursorOption.SCROLL)) {
      scroll = true;
    } else if (options.contains(CursorOption.NO_SCROLL)) {
      scroll = false;
    }
    DefinitionAnalysis.CursorQuery query = context.analysis().cursor(declare.query());
    return new StatementPlan.DeclareCursor(
        declare.name(),
        options.contains(CursorOption.BINARY),
        scroll,
        declare.hold(),
        query.plan(),
        query.rowsOf(),
        declare.hold() ? BlockRule.ANYWHERE : BlockRule.inside("DECLARE CURSOR"));
  }

  private static void refuseBoth(List<CursorOption> options, CursorOption one, CursorOption other) {
    if (options.contains(one) && options.contains(other)) {
      throw Errors.of(
          SqlState.INVALID_CURSOR_DEFINITION,
          "cannot specify both " + words(one) + " and " + words(other));
    }
  }

  private static String words(CursorOption option) {
    return option.name().replace('_', ' ');
  }

  private static void checkLocking(Declare declare, String locking) {
    if (declare.hold()) {
      throw readOnly("DECLARE CURSOR WITH HOLD ... ", locking, "Holdable");
    }
    if (declare.options().contains(CursorOption.SCROLL)) {
      throw readOnly("DECLARE SCROLL CURSOR ... ", locking, "Scrollable");
    }
    if (declare.options().contains(CursorOption.INSENSITIVE)) {
      throw Errors.of(
              SqlState.INVALID_CURSOR_DEFINITION,
              "DECLARE INSENSITIVE CURSOR ... " + locking + " is not valid")
          .withDetail("Insensitive cursors must be READ ONLY.");
    }
  }

  private static PgException readOnly(String statement, String locking, String cursors) {
    return PgException.notSupported(statement + locking)
        .withDetail(cursors + " cursors must be READ ONLY.");
  }
}
