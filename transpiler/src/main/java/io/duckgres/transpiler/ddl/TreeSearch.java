package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.function.Consumer;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Looks into trees as parsed. */
final class TreeSearch {
  private TreeSearch() {}

  /** Shows every node, a parent before its children. */
  static void visit(SqlNode node, Consumer<SqlNode> visitor) {
    visitor.accept(node);
    if (node instanceof SqlCall call) {
      for (SqlNode operand : call.getOperandList()) {
        if (operand != null) {
          visit(operand, visitor);
        }
      }
    }
  }

  /**
   * The first node of a class that is not inside one of another class.
   *
   * @return null when there is none
   */
  static <T> T first(SqlNode node, Class<T> wanted, Class<?> outside) {
    if (wanted.isInstance(node)) {
      return wanted.cast(node);
    }
    if (node instanceof SqlCall call && !outside.isInstance(node)) {
      for (SqlNode operand : call.getOperandList()) {
        T found = operand == null ? null : first(operand, wanted, outside);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /**
   * Refuses sub-selects.
   *
   * @param place how PostgreSQL names where the expression stands
   * @throws io.duckgres.pgtype.PgException 0A000 at the sub-select
   */
  static void refuseSubquery(SqlNode expression, String place) {
    visit(
        expression,
        node -> {
          boolean subquery =
              node instanceof SqlCall call
                  && !(node instanceof QueryNode)
                  && call.getOperandList().stream().anyMatch(QueryNode.class::isInstance);
          if (subquery) {
            throw Errors.at(
                Positions.start(node),
                SqlState.FEATURE_NOT_SUPPORTED,
                "cannot use subquery in " + place);
          }
        });
  }
}
