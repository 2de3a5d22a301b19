package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.PgNode;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** RETURNING of UPDATE … FROM and DELETE … USING: the engine gives the target's columns alone. */
final class ReturningChecks {
  private ReturningChecks() {}

  static void check(List<Target> returning, TargetRelation target) {
    returning.forEach(item -> check(item.expression(), target.alias()));
  }

  private static void check(SqlNode node, String alias) {
    if (node instanceof ColumnRef column
        && column.qualifier() != null
        && !column.qualifier().equals(alias)) {
      throw Analysis.at(
          PgException.notSupported("RETURNING of columns of another table than the target"), node);
    }
    if (node instanceof PgNode parent) {
      parent.getOperandList().forEach(child -> check(child, alias));
    }
  }
}
