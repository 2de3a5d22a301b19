package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A query with its WITH, ORDER BY, LIMIT and locking clauses around a {@link SelectCore}, {@link
 * SetOperation}, {@link ValuesCore} or another query.
 */
public final class QueryNode extends PgNode {
  private final boolean recursive;
  private final List<SqlNode> with;
  private final SqlNode body;
  private final List<SqlNode> orderBy;
  private final SqlNode limit;
  private final boolean withTies;
  private final SqlNode offset;
  private final List<String> locking;

  /**
   * @param recursive WITH RECURSIVE
   * @param with {@link CommonTable}s
   * @param body what the clauses surround
   * @param orderBy ORDER BY, {@link SortItem}s
   * @param limit LIMIT or FETCH FIRST count; null without one, a NULL literal for ALL
   * @param withTies FETCH … WITH TIES
   * @param offset OFFSET, or null
   * @param locking FOR UPDATE and its kin as written in capitals
   */
  public QueryNode(
      SqlParserPos position,
      boolean recursive,
      List<SqlNode> with,
      SqlNode body,
      List<SqlNode> orderBy,
      SqlNode limit,
      boolean withTies,
      SqlNode offset,
      List<String> locking) {
    super(position);
    this.recursive = recursive;
    this.with = List.copyOf(with);
    this.body = body;
    this.orderBy = List.copyOf(orderBy);
    this.limit = limit;
    this.withTies = withTies;
    this.offset = offset;
    this.locking = locking;
  }

  /** WITH RECURSIVE. */
  public boolean recursive() {
    return recursive;
  }

  /** {@link CommonTable}s. */
  public List<SqlNode> with() {
    return with;
  }

  /** What the clauses surround. */
  public SqlNode body() {
    return body;
  }

  /** ORDER BY, {@link SortItem}s. */
  public List<SqlNode> orderBy() {
    return orderBy;
  }

  /** LIMIT or FETCH FIRST count; null without one, a NULL literal for ALL. */
  public SqlNode limit() {
    return limit;
  }

  /** FETCH … WITH TIES. */
  public boolean withTies() {
    return withTies;
  }

  /** OFFSET, or null. */
  public SqlNode offset() {
    return offset;
  }

  /** FOR UPDATE and its kin as written in capitals. */
  public List<String> locking() {
    return locking;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newWith = mapAll(with, mapping);
    SqlNode newBody = map(body, mapping);
    List<SqlNode> newOrderBy = mapAll(orderBy, mapping);
    SqlNode newLimit = map(limit, mapping);
    SqlNode newOffset = map(offset, mapping);
    return newWith == with
            && newBody == body
            && newOrderBy == orderBy
            && newLimit == limit
            && newOffset == offset
        ? this
        : new QueryNode(
            getParserPosition(),
            recursive,
            newWith,
            newBody,
            newOrderBy,
            newLimit,
            withTies,
            newOffset,
            locking);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        recursive,
        with.size(),
        body == null,
        orderBy.size(),
        limit == null,
        withTies,
        offset == null,
        locking);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(with);
    if (body != null) {
      operands.add(body);
    }
    operands.addAll(orderBy);
    if (limit != null) {
      operands.add(limit);
    }
    if (offset != null) {
      operands.add(offset);
    }
    return operands;
  }
}
