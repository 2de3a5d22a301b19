package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.WindowFrame;
import io.duckgres.transpiler.tree.WindowSpec;
import org.apache.calcite.sql.SqlNode;

/**
 * What PostgreSQL refuses in a window.
 *
 * <p>Source: {@code src/backend/parser/parse_clause.c} (transformWindowDefinitions).
 */
final class WindowChecks {
  private WindowChecks() {}

  static void check(WindowSpec window, Place place) {
    String referred = window.reference() ? window.name() : window.base();
    if (referred != null && !place.traits().windowNames.contains(referred)) {
      throw Analysis.error(
          SqlState.UNDEFINED_OBJECT, "window \"" + referred + "\" does not exist", window);
    }
    if (window.frame() != null) {
      frame(window);
    }
  }

  private static void frame(WindowSpec window) {
    WindowFrame frame = window.frame();
    boolean offset = window.frameStart() != null || window.frameEnd() != null;
    boolean inherited = window.base() != null;
    if (frame.mode() == WindowFrame.Mode.RANGE
        && offset
        && window.orderBy().size() != 1
        && !inherited) {
      throw Analysis.error(
          SqlState.WINDOWING_ERROR,
          "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column",
          window);
    }
    if (frame.mode() == WindowFrame.Mode.GROUPS && window.orderBy().isEmpty() && !inherited) {
      throw Analysis.error(
          SqlState.WINDOWING_ERROR, "GROUPS mode requires an ORDER BY clause", window);
    }
    requireNotNegative(window.frameStart(), "starting");
    requireNotNegative(window.frameEnd(), "ending");
  }

  private static void requireNotNegative(SqlNode offset, String which) {
    if (offset instanceof PgLiteral literal
        && literal.text() != null
        && literal.text().startsWith("-")) {
      throw new io.duckgres.pgtype.PgException(
          SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
          "frame " + which + " offset must not be negative");
    }
  }
}
