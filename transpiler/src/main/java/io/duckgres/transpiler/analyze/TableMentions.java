package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.TableItem;
import org.apache.calcite.sql.SqlNode;

/** Whether a query mentions a table by an unqualified name. */
final class TableMentions {
  private TableMentions() {}

  static boolean of(SqlNode node, String name) {
    if (node instanceof TableItem table && table.name().size() == 1) {
      return table.name().get(0).equals(name);
    }
    if (node instanceof PgNode call) {
      for (SqlNode operand : call.getOperandList()) {
        if (of(operand, name)) {
          return true;
        }
      }
    }
    return false;
  }
}
