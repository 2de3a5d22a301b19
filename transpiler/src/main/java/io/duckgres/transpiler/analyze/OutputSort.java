package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SortItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** ORDER BY of a query that has no FROM of its own: names and numbers of output columns. */
final class OutputSort {
  private final Analysis analysis;
  private final List<OutputColumn> columns;
  private final boolean setOperation;

  OutputSort(Analysis analysis, List<OutputColumn> columns, boolean setOperation) {
    this.analysis = analysis;
    this.columns = columns;
    this.setOperation = setOperation;
  }

  List<SqlNode> analyze(List<SqlNode> orderBy, Scope scope) {
    List<SqlNode> sorted = new ArrayList<>();
    for (SqlNode node : orderBy) {
      SortItem item = (SortItem) node;
      sorted.add(SortItems.withExpression(item, expression(item.expression(), scope)));
    }
    return sorted;
  }

  private SqlNode expression(SqlNode node, Scope scope) {
    Integer position = SortItems.position(node, columns.size(), "ORDER BY");
    if (position != null) {
      return SortItems.ordinal(node, position);
    }
    if (node instanceof SqlIdentifier name && name.names.size() == 1) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(name.names.get(0))) {
          return SortItems.ordinal(node, i + 1);
        }
      }
    }
    if (setOperation) {
      throw Analysis.at(
          new PgException(
                  SqlState.FEATURE_NOT_SUPPORTED, "invalid UNION/INTERSECT/EXCEPT ORDER BY clause")
              .withDetail("Only result column names can be used, not expressions or functions.")
              .withHint(
                  "Add the expression/function to every SELECT,"
                      + " or move the UNION into a FROM clause."),
          Locations.leftmost(node));
    }
    Scope output = new Scope(scope);
    List<ScopeColumn> names = new ArrayList<>();
    for (OutputColumn column : columns) {
      names.add(
          new ScopeColumn(
              column.name(),
              new io.duckgres.transpiler.tree.ColumnRef(
                  Positions.of(0, 0), null, column.engineName(), column.type(), 0, 0)));
    }
    output.add(new ScopeItem(null, null, null, names, false, true));
    return analysis.conversion.resolveUnknown(
        analysis.expressions.analyze(node, Place.of(output, Clause.ORDER_BY)));
  }
}
