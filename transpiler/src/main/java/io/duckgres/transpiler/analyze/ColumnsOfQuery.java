package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SortItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * A sub-query that is assigned to several columns, as one sub-query for each of them: the same rows
 * with one column of the select list.
 */
final class ColumnsOfQuery {
  private ColumnsOfQuery() {}

  static List<SqlNode> split(QueryNode query, int wanted) {
    if (!(query.body() instanceof SelectCore select)
        || select.distinct()
        || select.items().stream().anyMatch(ColumnsOfQuery::isStar)
        || query.orderBy().stream().anyMatch(ColumnsOfQuery::isOrdinal)) {
      throw Analysis.at(
          PgException.notSupported("assigning the columns of this sub-query to several columns"),
          query);
    }
    if (select.items().size() != wanted) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR, "number of columns does not match number of values", query);
    }
    List<SqlNode> columns = new ArrayList<>();
    for (SqlNode item : select.items()) {
      SelectCore single =
          new SelectCore(
              select.getParserPosition(),
              false,
              List.of(),
              List.of(item),
              select.from(),
              select.where(),
              select.groupDistinct(),
              select.groupBy(),
              select.having(),
              select.windows());
      columns.add(
          new ScalarQueryCall(
              query.getParserPosition(),
              new QueryNode(
                  query.getParserPosition(),
                  query.recursive(),
                  query.with(),
                  single,
                  query.orderBy(),
                  query.limit(),
                  query.withTies(),
                  query.offset(),
                  query.locking())));
    }
    return columns;
  }

  private static boolean isStar(SqlNode item) {
    return ((SelectItem) item).expression() instanceof SqlIdentifier name && name.isStar();
  }

  private static boolean isOrdinal(SqlNode item) {
    return ((SortItem) item).expression() instanceof io.duckgres.transpiler.tree.PgLiteral;
  }
}
