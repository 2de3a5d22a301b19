package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * Volatile expressions of a sorted or limited SELECT: they are evaluated for the rows that are
 * left, in their order, by a SELECT around it.
 *
 * <p>Source: {@code src/backend/optimizer/plan/planner.c} (make_sort_input_target).
 */
final class LateTargets {
  private static final String INNER = "duckgres_sorted";

  private final List<SqlNode> carried = new ArrayList<>();
  private final List<SelectItem> inner = new ArrayList<>();

  private LateTargets() {}

  /**
   * The query with a SELECT around it where it needs one.
   *
   * @param query the analysed query, whose body is {@code select}
   * @param grouped whether its rows are groups
   */
  static QueryNode around(QueryNode query, SelectCore select, boolean grouped) {
    boolean chosen = !query.orderBy().isEmpty() || query.limit() != null || query.offset() != null;
    if (!chosen || select.distinct() || !query.locking().isEmpty()) {
      return query;
    }
    List<Integer> late = new ArrayList<>();
    for (int i = 0; i < select.items().size(); i++) {
      SqlNode expression = ((SelectItem) select.items().get(i)).expression();
      if (RoutineBinding.isVolatile(expression)
          && !isSortedBy(query, i + 1)
          && canMove(expression, grouped)) {
        late.add(i);
      }
    }
    return late.isEmpty() ? query : new LateTargets().wrapped(query, select, late);
  }

  private static boolean isSortedBy(QueryNode query, int ordinal) {
    return query.orderBy().stream()
        .anyMatch(
            item ->
                ((SortItem) item).expression() instanceof PgLiteral literal
                    && Integer.toString(ordinal).equals(literal.text()));
  }

  /** Whether all that it is made of can be handed on by the query inside. */
  private static boolean canMove(SqlNode node, boolean grouped) {
    if (node instanceof QueryNode) {
      return false;
    }
    if (isLeaf(node)) {
      return !(node instanceof ColumnRef column) || column.rowFields().isEmpty() && !grouped;
    }
    return !(node instanceof PgNode parent)
        || parent.getOperandList().stream().allMatch(each -> canMove(each, grouped));
  }

  private static boolean isLeaf(SqlNode node) {
    return node instanceof ColumnRef
        || AggregateSearch.isAggregate(node)
        || node instanceof FunctionCall call && call.over() != null;
  }

  private QueryNode wrapped(QueryNode query, SelectCore select, List<Integer> late) {
    List<SqlNode> items = new ArrayList<>();
    List<SqlNode> outer = new ArrayList<>();
    for (int i = 0; i < select.items().size(); i++) {
      SelectItem item = (SelectItem) select.items().get(i);
      if (late.contains(i)) {
        // Ordinals of ORDER BY count this place.
        items.add(
            new SelectItem(
                item.getParserPosition(), PgLiteral.bool(SqlParserPos.ZERO, true), name(i)));
        outer.add(item);
      } else {
        items.add(new SelectItem(item.getParserPosition(), item.expression(), name(i)));
        outer.add(
            new SelectItem(
                item.getParserPosition(), reference(name(i), item.expression()), item.alias()));
      }
    }
    for (int i : late) {
      SelectItem item = (SelectItem) outer.get(i);
      outer.set(
          i,
          new SelectItem(
              item.getParserPosition(),
              carried(item.expression(), select.items().size()),
              item.alias()));
    }
    items.addAll(inner);
    SelectCore core =
        new SelectCore(
            select.getParserPosition(),
            false,
            List.of(),
            items,
            select.from(),
            select.where(),
            select.groupDistinct(),
            select.groupBy(),
            select.having(),
            select.windows());
    QueryNode sorted =
        new QueryNode(
            query.getParserPosition(),
            false,
            List.of(),
            core,
            query.orderBy(),
            query.limit(),
            query.withTies(),
            query.offset(),
            List.of());
    SelectCore around =
        new SelectCore(
            select.getParserPosition(),
            false,
            List.of(),
            outer,
            List.of(
                new QueryItem(
                    select.getParserPosition(), false, sorted, new Alias(INNER, List.of()))),
            null,
            false,
            List.of(),
            null,
            List.of());
    return new QueryNode(
        query.getParserPosition(),
        query.recursive(),
        query.with(),
        around,
        List.of(),
        null,
        false,
        null,
        List.of());
  }

  private static String name(int index) {
    return "c" + (index + 1);
  }

  private static ColumnRef reference(String name, SqlNode node) {
    boolean column = node instanceof ColumnRef;
    return new ColumnRef(
        node.getParserPosition(),
        INNER,
        name,
        Typed.of(node),
        column ? ((ColumnRef) node).tableOid() : 0,
        column ? ((ColumnRef) node).attributeNumber() : 0);
  }

  /** The expression over what the query inside hands on. */
  private SqlNode carried(SqlNode node, int width) {
    if (isLeaf(node)) {
      int index = 0;
      while (index < carried.size() && !carried.get(index).equalsDeep(node, Litmus.IGNORE)) {
        index++;
      }
      if (index == carried.size()) {
        carried.add(node);
        inner.add(new SelectItem(node.getParserPosition(), node, name(width + index)));
      }
      return reference(name(width + index), node);
    }
    return node instanceof PgNode parent ? parent.mapChildren(each -> carried(each, width)) : node;
  }
}
