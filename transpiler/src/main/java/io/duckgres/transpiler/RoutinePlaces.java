package io.duckgres.transpiler;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.ddl.ExpressionPlace;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.Collection;
import org.apache.calcite.sql.SqlNode;

/** Users' functions in expressions of definitions. */
final class RoutinePlaces {
  private RoutinePlaces() {}

  /** Whether the user vouches for what he calls, so that nothing else in it need be looked at. */
  static boolean areImmutable(Collection<Routine> called) {
    return !called.isEmpty()
        && called.stream().allMatch(routine -> routine.proc().volatility() == 'i');
  }

  /**
   * Refuses a function that reads tables: the engine has no queries in such expressions.
   *
   * @throws PgException 0A000
   */
  static void check(SqlNode analyzed, ExpressionPlace place) {
    boolean stored = place != ExpressionPlace.USING && place != ExpressionPlace.COPY_WHERE;
    if (stored && containsQuery(analyzed)) {
      throw PgException.notSupported("a function that reads tables in this expression");
    }
  }

  private static boolean containsQuery(SqlNode node) {
    return node instanceof QueryNode
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(RoutinePlaces::containsQuery);
  }
}
