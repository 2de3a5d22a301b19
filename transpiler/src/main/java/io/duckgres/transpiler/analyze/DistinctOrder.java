package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.SortItem;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/** DISTINCT in an aggregate can be sorted by its arguments alone. */
final class DistinctOrder {
  private DistinctOrder() {}

  static void check(FunctionCall call, List<SqlNode> arguments, List<SqlNode> orderBy) {
    if (!call.options().distinct()) {
      return;
    }
    for (SqlNode node : orderBy) {
      SqlNode sorted = ((SortItem) node).expression();
      if (arguments.stream().noneMatch(argument -> argument.equalsDeep(sorted, Litmus.IGNORE))) {
        throw Analysis.at(
            new PgException(
                SqlState.INVALID_COLUMN_REFERENCE,
                "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list"),
            Locations.leftmost(sorted));
      }
    }
  }
}
