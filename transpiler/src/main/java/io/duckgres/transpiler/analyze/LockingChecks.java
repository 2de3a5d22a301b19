package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;

/**
 * Where FOR UPDATE and its kin are refused. Elsewhere they need nothing: the engine's transactions
 * see a snapshot, and the later of two conflicting writers fails.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (CheckSelectLocking).
 */
final class LockingChecks {
  private LockingChecks() {}

  static void check(QueryNode query, SelectCore select) {
    if (query.locking().isEmpty()) {
      return;
    }
    if (select.distinct()) {
      throw refused(query, "DISTINCT clause");
    }
    if (!select.groupBy().isEmpty()) {
      throw refused(query, "GROUP BY clause");
    }
    if (select.having() != null) {
      throw refused(query, "HAVING clause");
    }
  }

  static void check(QueryNode query, Place.Traits traits) {
    if (query.locking().isEmpty()) {
      return;
    }
    if (traits.aggregates) {
      throw refused(query, "aggregate functions");
    }
    if (traits.windows) {
      throw refused(query, "window functions");
    }
    if (traits.setReturning) {
      throw refused(query, "set-returning functions in the target list");
    }
  }

  /** The 0A000 that names what stands in the way; without position, as in PostgreSQL. */
  static PgException refused(QueryNode query, String what) {
    return new PgException(
        io.duckgres.pgtype.SqlState.FEATURE_NOT_SUPPORTED,
        query.locking().get(0) + " is not allowed with " + what);
  }
}
