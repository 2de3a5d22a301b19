package io.duckgres.transpiler;

import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ConflictClause;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.UpdateNode;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Statements that the engine plans alike whatever is in the tables, since nothing in them can be
 * decided by the tables' statistics: rows written out, and rows looked up by parameters.
 */
final class FixedPlans {
  private FixedPlans() {}

  /**
   * @param statement the typed tree
   */
  static boolean isFixed(SqlNode statement) {
    if (!readsTables(statement)) {
      return true;
    }
    if (statement instanceof QueryNode query) {
      return query.with().isEmpty()
          && query.orderBy().isEmpty()
          && query.body() instanceof SelectCore select
          && isLookup(select);
    }
    if (statement instanceof InsertNode insert) {
      return insert.source() instanceof QueryNode source
          && source.body() instanceof ValuesCore
          && !readsTables(source)
          && (insert.onConflict() == null
              || insert.onConflict() instanceof ConflictClause clause && !clause.update())
          && insert.returning().isEmpty();
    }
    if (statement instanceof UpdateNode update) {
      return update.with().isEmpty()
          && update.from().isEmpty()
          && update.returning().isEmpty()
          && isLookup(update.where())
          && update.assignments().stream().allMatch(FixedPlans::isPlainAssignment);
    }
    return statement instanceof DeleteNode delete
        && delete.with().isEmpty()
        && delete.using().isEmpty()
        && delete.returning().isEmpty()
        && isLookup(delete.where());
  }

  private static boolean readsTables(SqlNode node) {
    return node instanceof TableItem
        || node instanceof QueryItem
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(FixedPlans::readsTables);
  }

  private static boolean isLookup(SelectCore select) {
    return !select.distinct()
        && select.groupBy().isEmpty()
        && select.having() == null
        && select.windows().isEmpty()
        && select.from().size() == 1
        && select.from().get(0) instanceof TableItem
        && isLookup(select.where())
        && select.items().stream()
            .allMatch(item -> ((SelectItem) item).expression() instanceof ColumnRef);
  }

  /** Columns that are equal to parameters, whose values the plan does not know. */
  private static boolean isLookup(SqlNode where) {
    if (where == null) {
      return true;
    }
    if (where instanceof LogicalCall call && call.kind() == LogicalCall.Kind.AND) {
      return call.operands().stream().allMatch(FixedPlans::isLookup);
    }
    return where instanceof OperatorCall call
        && call.symbol().equals("=")
        && (isColumn(call.left()) && isParameter(call.right())
            || isParameter(call.left()) && isColumn(call.right()));
  }

  private static boolean isPlainAssignment(SqlNode node) {
    SqlNode value = ((Assignment) node).value();
    if (isParameter(value) || value instanceof PgLiteral) {
      return true;
    }
    // Arithmetic with a value that is not known can't be planned without its checks.
    return value instanceof OperatorCall call
        && call.left() != null
        && List.of(call.left(), call.right()).stream().anyMatch(FixedPlans::isParameter)
        && List.of(call.left(), call.right()).stream()
            .allMatch(operand -> isParameter(operand) || isColumn(operand));
  }

  private static boolean isColumn(SqlNode node) {
    return node instanceof ColumnRef;
  }

  private static boolean isParameter(SqlNode node) {
    return node instanceof ParameterRef
        || node instanceof CastCall cast && isParameter(cast.operand());
  }
}
