package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * Set-returning functions of GROUP BY. PostgreSQL expands them before it groups; here they become a
 * LATERAL query at the end of FROM, and its columns stand for them.
 *
 * <p>Source: {@code src/backend/optimizer/plan/planner.c} (split_pathtarget_at_srfs).
 */
final class GroupedSets {
  private static final String ALIAS = "pg_sets";

  private final List<SqlNode> expressions = new ArrayList<>();

  /** Those among the elements of GROUP BY. */
  static GroupedSets of(List<SqlNode> groupBy) {
    GroupedSets sets = new GroupedSets();
    sets.collect(groupBy);
    return sets;
  }

  private void collect(List<SqlNode> elements) {
    for (SqlNode element : elements) {
      if (element instanceof GroupingSet set) {
        collect(set.elements());
      } else if (returnsSet(element) && indexOf(element) < 0) {
        expressions.add(element);
      }
    }
  }

  /** Whether an expression gives several rows, its sub-queries apart. */
  static boolean returnsSet(SqlNode node) {
    if (node instanceof QueryNode) {
      return false;
    }
    if (node instanceof FunctionCall call && call.proc() != null && call.proc().returnsSet()) {
      return true;
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(GroupedSets::returnsSet);
  }

  private int indexOf(SqlNode expression) {
    for (int i = 0; i < expressions.size(); i++) {
      if (expressions.get(i).equalsDeep(expression, Litmus.IGNORE)) {
        return i;
      }
    }
    return -1;
  }

  boolean isEmpty() {
    return expressions.isEmpty();
  }

  List<SqlNode> replace(List<SqlNode> nodes) {
    return nodes.stream().map(this::replace).toList();
  }

  /** The node with columns for the functions; null for null. */
  SqlNode replace(SqlNode node) {
    int index = node == null ? -1 : indexOf(node);
    if (index >= 0) {
      return new ColumnRef(node.getParserPosition(), ALIAS, column(index), Typed.of(node), 0, 0);
    }
    return node instanceof PgNode parent ? parent.mapChildren(this::replace) : node;
  }

  List<Target> targets(List<Target> targets) {
    return targets.stream()
        .map(target -> new Target(target.name(), target.engineName(), replace(target.expression())))
        .toList();
  }

  private static String column(int index) {
    return "set" + (index + 1);
  }

  /** The FROM items with the query behind them. */
  List<SqlNode> from(List<SqlNode> from) {
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      items.add(new SelectItem(SqlParserPos.ZERO, expressions.get(i), column(i)));
    }
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            List.of(),
            null,
            false,
            List.of(),
            null,
            List.of());
    QueryNode query =
        new QueryNode(
            SqlParserPos.ZERO, false, List.of(), core, List.of(), null, false, null, List.of());
    List<SqlNode> extended = new ArrayList<>(from);
    extended.add(
        new QueryItem(SqlParserPos.ZERO, !from.isEmpty(), query, new Alias(ALIAS, List.of())));
    return extended;
  }
}
