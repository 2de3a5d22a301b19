package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** SELECT up to WINDOW. */
public final class SelectCore extends PgNode {
  private final boolean distinct;
  private final List<SqlNode> distinctOn;
  private final List<SqlNode> items;
  private final List<SqlNode> from;
  private final SqlNode where;
  private final boolean groupDistinct;
  private final List<SqlNode> groupBy;
  private final SqlNode having;
  private final List<SqlNode> windows;

  /**
   * @param distinct DISTINCT or DISTINCT ON
   * @param distinctOn expressions of DISTINCT ON
   * @param items {@link SelectItem}s
   * @param from FROM items, joined by commas
   * @param where WHERE condition, or null
   * @param groupDistinct GROUP BY DISTINCT
   * @param groupBy expressions and {@link GroupingSet}s
   * @param having HAVING condition, or null
   * @param windows {@link WindowSpec}s of the WINDOW clause
   */
  public SelectCore(
      SqlParserPos position,
      boolean distinct,
      List<SqlNode> distinctOn,
      List<SqlNode> items,
      List<SqlNode> from,
      SqlNode where,
      boolean groupDistinct,
      List<SqlNode> groupBy,
      SqlNode having,
      List<SqlNode> windows) {
    super(position);
    this.distinct = distinct;
    this.distinctOn = List.copyOf(distinctOn);
    this.items = List.copyOf(items);
    this.from = List.copyOf(from);
    this.where = where;
    this.groupDistinct = groupDistinct;
    this.groupBy = List.copyOf(groupBy);
    this.having = having;
    this.windows = List.copyOf(windows);
  }

  /** DISTINCT or DISTINCT ON. */
  public boolean distinct() {
    return distinct;
  }

  /** Expressions of DISTINCT ON. */
  public List<SqlNode> distinctOn() {
    return distinctOn;
  }

  /** {@link SelectItem}s. */
  public List<SqlNode> items() {
    return items;
  }

  /** FROM items, joined by commas. */
  public List<SqlNode> from() {
    return from;
  }

  /** WHERE condition, or null. */
  public SqlNode where() {
    return where;
  }

  /** GROUP BY DISTINCT. */
  public boolean groupDistinct() {
    return groupDistinct;
  }

  /** Expressions and {@link GroupingSet}s. */
  public List<SqlNode> groupBy() {
    return groupBy;
  }

  /** HAVING condition, or null. */
  public SqlNode having() {
    return having;
  }

  /** {@link WindowSpec}s of the WINDOW clause. */
  public List<SqlNode> windows() {
    return windows;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newDistinctOn = mapAll(distinctOn, mapping);
    List<SqlNode> newItems = mapAll(items, mapping);
    List<SqlNode> newFrom = mapAll(from, mapping);
    SqlNode newWhere = map(where, mapping);
    List<SqlNode> newGroupBy = mapAll(groupBy, mapping);
    SqlNode newHaving = map(having, mapping);
    List<SqlNode> newWindows = mapAll(windows, mapping);
    return newDistinctOn == distinctOn
            && newItems == items
            && newFrom == from
            && newWhere == where
            && newGroupBy == groupBy
            && newHaving == having
            && newWindows == windows
        ? this
        : new SelectCore(
            getParserPosition(),
            distinct,
            newDistinctOn,
            newItems,
            newFrom,
            newWhere,
            groupDistinct,
            newGroupBy,
            newHaving,
            newWindows);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        distinct,
        distinctOn.size(),
        items.size(),
        from.size(),
        where == null,
        groupDistinct,
        groupBy.size(),
        having == null,
        windows.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(distinctOn);
    operands.addAll(items);
    operands.addAll(from);
    if (where != null) {
      operands.add(where);
    }
    operands.addAll(groupBy);
    if (having != null) {
      operands.add(having);
    }
    operands.addAll(windows);
    return operands;
  }
}
