package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.TableItem;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Why rows can't be changed through a view.
 *
 * <p>Source: {@code src/backend/rewrite/rewriteHandler.c} (view_query_is_auto_updatable).
 */
final class ViewObstacle {
  private ViewObstacle() {}

  /**
   * PostgreSQL's words for it.
   *
   * @param query the view's analysed query
   * @return null when there is none
   */
  static String of(QueryNode query) {
    QueryNode inner = query;
    while (inner.body() instanceof QueryNode nested) {
      inner = nested;
    }
    if (inner.body() instanceof SetOperation) {
      return not("containing UNION, INTERSECT, or EXCEPT");
    }
    if (!(inner.body() instanceof SelectCore select)) {
      return notOne();
    }
    String clause = clause(query, select);
    return clause != null ? clause : items(select);
  }

  private static String clause(QueryNode query, SelectCore select) {
    if (select.distinct()) {
      return not("containing DISTINCT");
    }
    if (!select.groupBy().isEmpty()) {
      return not("containing GROUP BY");
    }
    if (select.having() != null) {
      return not("containing HAVING");
    }
    if (!query.with().isEmpty()) {
      return not("containing WITH");
    }
    return query.limit() != null || query.offset() != null
        ? not("containing LIMIT or OFFSET")
        : null;
  }

  private static String items(SelectCore select) {
    for (SqlNode item : select.items()) {
      SqlNode expression = ((SelectItem) item).expression();
      if (AggregateSearch.in(expression).aggregate() != null) {
        return not("that return aggregate functions");
      }
      if (RoutineBinding.computesFromRows(expression, List.of())) {
        return RoutineBinding.hasWindow(expression)
            ? not("that return window functions")
            : not("that return set-returning functions");
      }
    }
    if (select.from().size() != 1 || !(select.from().get(0) instanceof TableItem table)) {
      return notOne();
    }
    return table.sample() != null ? not("containing TABLESAMPLE") : null;
  }

  static String notOne() {
    return not("that do not select from a single table or view");
  }

  static String notColumns() {
    return not("that have no updatable columns");
  }

  private static String not(String what) {
    return "Views " + what + " are not automatically updatable.";
  }
}
