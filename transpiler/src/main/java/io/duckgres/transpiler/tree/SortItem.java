package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** An element of ORDER BY. */
public final class SortItem extends PgNode {
  private final SqlNode expression;
  private final Direction direction;
  private final Boolean nullsFirst;
  private final String using;

  /**
   * @param expression what is sorted by
   * @param direction ASC, DESC, or null when not given
   * @param nullsFirst NULLS FIRST or LAST, null when not given
   * @param using operator of USING, otherwise null
   */
  public SortItem(
      SqlParserPos position,
      SqlNode expression,
      Direction direction,
      Boolean nullsFirst,
      String using) {
    super(position);
    this.expression = expression;
    this.direction = direction;
    this.nullsFirst = nullsFirst;
    this.using = using;
  }

  /** What is sorted by. */
  public SqlNode expression() {
    return expression;
  }

  /** ASC, DESC, or null when not given. */
  public Direction direction() {
    return direction;
  }

  /** NULLS FIRST or LAST, null when not given. */
  public Boolean nullsFirst() {
    return nullsFirst;
  }

  /** Operator of USING, otherwise null. */
  public String using() {
    return using;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newExpression = map(expression, mapping);
    return newExpression == expression
        ? this
        : new SortItem(getParserPosition(), newExpression, direction, nullsFirst, using);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(expression == null, direction, nullsFirst, using);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(expression);
  }

  /** Ascending or descending. */
  public enum Direction {
    ASC,
    DESC
  }
}
