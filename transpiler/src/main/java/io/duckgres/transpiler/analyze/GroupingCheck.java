package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SpecialCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/**
 * Refuses columns that are neither grouped nor aggregated.
 *
 * <p>Source: {@code src/backend/parser/parse_agg.c} (check_ungrouped_columns).
 */
final class GroupingCheck {
  private final Set<String> aliases = new HashSet<>();
  private final List<SqlNode> grouped = new ArrayList<>();
  private boolean unknownFunctions;

  GroupingCheck(Scope scope, List<SqlNode> groupBy, List<Target> targets) {
    for (ScopeItem item : scope.items()) {
      if (item.engineAlias() != null) {
        aliases.add(item.engineAlias());
      }
    }
    collect(groupBy);
    // A function that only the engine knows may be an aggregate.
    targets.forEach(target -> unknownFunctions |= hasUnknownFunction(target.expression()));
  }

  private void collect(List<SqlNode> elements) {
    for (SqlNode element : elements) {
      if (element instanceof GroupingSet set) {
        collect(set.elements());
      } else {
        grouped.add(element);
      }
    }
  }

  private static boolean hasUnknownFunction(SqlNode node) {
    if (node instanceof FunctionCall call && call.proc() == null) {
      return true;
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(GroupingCheck::hasUnknownFunction);
  }

  void check(SqlNode expression) {
    if (!unknownFunctions) {
      check(expression, false);
    }
  }

  private void check(SqlNode node, boolean inSubquery) {
    if (AggregateSearch.isAggregate(node) && !inSubquery) {
      return;
    }
    if (node instanceof SpecialCall special && special.kind() == SpecialCall.Kind.GROUPING) {
      return;
    }
    for (SqlNode expression : grouped) {
      if (expression.equalsDeep(node, Litmus.IGNORE)) {
        return;
      }
    }
    if (node instanceof ColumnRef column) {
      column(column, inSubquery);
    } else if (node instanceof PgNode parent) {
      boolean inside = inSubquery || node instanceof QueryNode;
      for (SqlNode operand : parent.getOperandList()) {
        check(operand, inside);
      }
    }
  }

  private void column(ColumnRef column, boolean inSubquery) {
    if (column.qualifier() == null || !aliases.contains(column.qualifier())) {
      return;
    }
    String name = "\"" + column.qualifier() + "." + column.column() + "\"";
    throw Analysis.error(
        SqlState.GROUPING_ERROR,
        inSubquery
            ? "subquery uses ungrouped column " + name + " from outer query"
            : "column "
                + name
                + " must appear in the GROUP BY clause or be used in an aggregate function",
        column);
  }
}
