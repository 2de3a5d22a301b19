package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** IS DISTINCT FROM and IS NOT DISTINCT FROM. */
public final class DistinctFromCall extends TypedNode {
  private final boolean negated;
  private final SqlNode left;
  private final SqlNode right;

  /** As parsed, without a type yet. */
  public DistinctFromCall(SqlParserPos position, boolean negated, SqlNode left, SqlNode right) {
    this(position, negated, left, right, null);
  }

  /**
   * @param negated IS NOT DISTINCT FROM
   * @param left left operand
   * @param right right operand
   */
  public DistinctFromCall(
      SqlParserPos position, boolean negated, SqlNode left, SqlNode right, ExpressionType type) {
    super(position, type);
    this.negated = negated;
    this.left = left;
    this.right = right;
  }

  /** IS NOT DISTINCT FROM. */
  public boolean negated() {
    return negated;
  }

  /** Left operand. */
  public SqlNode left() {
    return left;
  }

  /** Right operand. */
  public SqlNode right() {
    return right;
  }

  /** The same expression, typed. */
  public DistinctFromCall typed(ExpressionType type) {
    return new DistinctFromCall(getParserPosition(), negated, left, right, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newLeft = map(left, mapping);
    SqlNode newRight = map(right, mapping);
    return newLeft == left && newRight == right
        ? this
        : new DistinctFromCall(getParserPosition(), negated, newLeft, newRight, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(negated, left == null, right == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(left, right);
  }
}
