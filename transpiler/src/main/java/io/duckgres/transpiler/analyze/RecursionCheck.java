package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.TableItem;
import org.apache.calcite.sql.SqlNode;

/**
 * Where a recursive term may mention its own table: once, and where its rows only add up.
 *
 * <p>Source: {@code src/backend/parser/parse_cte.c} (checkWellFormedRecursion).
 */
final class RecursionCheck {
  private static final String SUBQUERY = "within a subquery";
  private static final String OUTER_JOIN = "within an outer join";
  private static final String INTERSECT = "within INTERSECT";
  private static final String EXCEPT = "within EXCEPT";

  private final String table;
  private int references;

  private RecursionCheck(String table) {
    this.table = table;
  }

  /**
   * Checks a recursive query.
   *
   * @param query the whole, a UNION at its top
   * @throws PgException 42P19, or 0A000 for clauses around the UNION
   */
  static void check(QueryNode query, String table) {
    if (!query.orderBy().isEmpty()) {
      throw notImplemented("ORDER BY", query.orderBy().get(0));
    }
    if (query.offset() != null) {
      throw notImplemented("OFFSET", query.offset());
    }
    if (query.limit() != null) {
      throw notImplemented("LIMIT", query.limit());
    }
    if (!query.locking().isEmpty()) {
      throw notImplemented("FOR UPDATE/SHARE", query);
    }
    new RecursionCheck(table).walk(((SetOperation) query.body()).right(), null);
  }

  private static PgException notImplemented(String clause, SqlNode at) {
    return Analysis.at(
        new PgException(
            SqlState.FEATURE_NOT_SUPPORTED, clause + " in a recursive query is not implemented"),
        Locations.leftmost(at));
  }

  /**
   * @param place why a reference is refused here, null where it is not
   */
  private void walk(SqlNode node, String place) {
    if (node instanceof TableItem item) {
      table(item, place);
    } else if (node instanceof JoinItem join) {
      boolean leftNullable =
          join.kind() == JoinItem.Kind.RIGHT || join.kind() == JoinItem.Kind.FULL;
      boolean rightNullable =
          join.kind() == JoinItem.Kind.LEFT || join.kind() == JoinItem.Kind.FULL;
      walk(join.left(), leftNullable ? OUTER_JOIN : place);
      walk(join.right(), rightNullable ? OUTER_JOIN : place);
      if (join.condition() != null) {
        walk(join.condition(), place);
      }
    } else if (node instanceof SetOperation operation) {
      setOperation(operation, place);
    } else if (node instanceof PgNode parent) {
      boolean query =
          node instanceof ScalarQueryCall
              || node instanceof ExistsCall
              || node instanceof ArrayQueryCall
              || node instanceof QuantifiedCall;
      parent.getOperandList().forEach(child -> walk(child, query ? SUBQUERY : place));
    }
  }

  private void setOperation(SetOperation operation, String place) {
    String left = place;
    String right = place;
    if (operation.kind() == SetOperation.Kind.INTERSECT && operation.all()) {
      left = INTERSECT;
      right = INTERSECT;
    } else if (operation.kind() == SetOperation.Kind.EXCEPT) {
      left = operation.all() ? EXCEPT : place;
      right = EXCEPT;
    }
    walk(operation.left(), left);
    walk(operation.right(), right);
  }

  private void table(TableItem item, String place) {
    if (item.name().size() != 1 || !item.name().get(0).equals(table)) {
      return;
    }
    String reference = "recursive reference to query \"" + table + "\" must not appear ";
    if (place != null) {
      throw Analysis.error(SqlState.INVALID_RECURSION, reference + place, item);
    }
    if (++references > 1) {
      throw Analysis.error(SqlState.INVALID_RECURSION, reference + "more than once", item);
    }
  }
}
