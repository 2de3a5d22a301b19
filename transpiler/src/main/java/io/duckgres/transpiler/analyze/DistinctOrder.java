package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/** DISTINCT in an aggregate can be sorted by its arguments alone. */
final class DistinctOrder {
  private DistinctOrder() {}

  /** The sort items, those of arguments that are converted to text as they are converted. */
  static List<SqlNode> checked(FunctionCall call, List<SqlNode> arguments, List<SqlNode> orderBy) {
    if (!call.options().distinct()) {
      return orderBy;
    }
    List<SqlNode> checked = new ArrayList<>();
    for (SqlNode node : orderBy) {
      SortItem item = (SortItem) node;
      checked.add(SortItems.withExpression(item, argument(item.expression(), arguments)));
    }
    return checked;
  }

  private static SqlNode argument(SqlNode sorted, List<SqlNode> arguments) {
    for (SqlNode argument : arguments) {
      if (argument.equalsDeep(sorted, Litmus.IGNORE) || isRelabelled(argument, sorted)) {
        return argument;
      }
    }
    throw Analysis.at(
        new PgException(
            SqlState.INVALID_COLUMN_REFERENCE,
            "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list"),
        Locations.leftmost(sorted));
  }

  private static boolean isRelabelled(SqlNode argument, SqlNode sorted) {
    return argument instanceof CastCall cast
        && cast.implicit()
        && PgTypes.TEXT.equals(Typed.typeOf(cast))
        && PgTypes.VARCHAR.equals(Typed.typeOf(sorted))
        && cast.operand().equalsDeep(sorted, Litmus.IGNORE);
  }
}
