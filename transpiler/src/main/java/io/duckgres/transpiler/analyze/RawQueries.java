package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Whether there are sub-queries in expressions, analysed or not. */
final class RawQueries {
  private RawQueries() {}

  static boolean in(List<SqlNode> nodes) {
    return nodes.stream().anyMatch(RawQueries::in);
  }

  static boolean in(SqlNode node) {
    return node instanceof QueryNode
        || node instanceof PgNode parent && in(parent.getOperandList());
  }
}
