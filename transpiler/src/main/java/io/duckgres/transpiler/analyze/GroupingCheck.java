package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/**
 * Refuses columns that are neither grouped nor aggregated.
 *
 * <p>Source: {@code src/backend/parser/parse_agg.c} (check_ungrouped_columns).
 */
final class GroupingCheck {
  private static final Template ANY_VALUE = Template.parse("any_value({0})");

  private final Set<String> aliases = new HashSet<>();
  private final List<SqlNode> grouped = new ArrayList<>();
  private final CatalogSnapshot catalog;
  private final Map<Integer, Boolean> determined = new HashMap<>();
  private boolean unknownFunctions;

  GroupingCheck(CatalogSnapshot catalog, Scope scope, List<SqlNode> groupBy, List<Target> targets) {
    this.catalog = catalog;
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

  /**
   * The expression, where columns that a grouped primary key determines are any value of their
   * group.
   *
   * @throws io.duckgres.pgtype.PgException 42803 for a column that nothing determines
   */
  SqlNode check(SqlNode expression) {
    return unknownFunctions ? expression : check(expression, false);
  }

  private SqlNode check(SqlNode node, boolean inSubquery) {
    if (AggregateSearch.isAggregate(node) && (!inSubquery || isOfThisQuery(node))) {
      requireGroupedArguments((FunctionCall) node);
      return node;
    }
    if (node instanceof SpecialCall special && special.kind() == SpecialCall.Kind.GROUPING) {
      return node;
    }
    for (SqlNode expression : grouped) {
      if (expression.equalsDeep(node, Litmus.IGNORE)) {
        return node;
      }
    }
    if (node instanceof ColumnRef column) {
      return column(column, inSubquery);
    }
    if (node instanceof PgNode parent) {
      boolean inside = inSubquery || node instanceof QueryNode;
      return parent.mapChildren(child -> check(child, inside));
    }
    return node;
  }

  /** What stands before WITHIN GROUP is evaluated once for each group. */
  private void requireGroupedArguments(FunctionCall call) {
    if (!call.options().withinGroup()) {
      return;
    }
    try {
      call.arguments().forEach(argument -> check(argument, false));
    } catch (PgException e) {
      throw e.detail() == null
          ? e.withDetail(
              "Direct arguments of an ordered-set aggregate must use only grouped columns.")
          : e;
    }
  }

  /** An aggregate belongs to the query that its columns are of, wherever it stands. */
  private boolean isOfThisQuery(SqlNode aggregate) {
    List<ColumnRef> columns = new ArrayList<>();
    columns(aggregate, columns);
    return !columns.isEmpty()
        && columns.stream()
            .allMatch(column -> column.qualifier() != null && aliases.contains(column.qualifier()));
  }

  private static void columns(SqlNode node, List<ColumnRef> found) {
    if (node instanceof ColumnRef column) {
      found.add(column);
    } else if (node instanceof PgNode parent) {
      parent.getOperandList().forEach(child -> columns(child, found));
    }
  }

  private SqlNode column(ColumnRef column, boolean inSubquery) {
    if (column.qualifier() == null || !aliases.contains(column.qualifier())) {
      return column;
    }
    if (column.tableOid() != 0 && isDetermined(column)) {
      return new TemplateCall(
          column.getParserPosition(), ANY_VALUE, List.of(column), column.expressionType());
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

  /** Whether all columns of the table's primary key are grouped by. */
  private boolean isDetermined(ColumnRef column) {
    return determined.computeIfAbsent(
        column.tableOid(),
        oid -> {
          Relation relation = catalog.relationByOid(oid);
          List<String> key = relation == null ? List.of() : catalog.primaryKey(relation);
          return !key.isEmpty()
              && key.stream().allMatch(name -> isGrouped(column.qualifier(), name));
        });
  }

  private boolean isGrouped(String qualifier, String name) {
    return grouped.stream()
        .anyMatch(
            expression ->
                expression instanceof ColumnRef column
                    && qualifier.equals(column.qualifier())
                    && name.equals(column.column()));
  }
}
