package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** BETWEEN and NOT BETWEEN. */
public final class BetweenCall extends TypedNode {
  private final boolean negated;
  private final boolean symmetric;
  private final SqlNode value;
  private final SqlNode low;
  private final SqlNode high;

  /** As parsed, without a type yet. */
  public BetweenCall(
      SqlParserPos position,
      boolean negated,
      boolean symmetric,
      SqlNode value,
      SqlNode low,
      SqlNode high) {
    this(position, negated, symmetric, value, low, high, null);
  }

  /**
   * @param negated NOT BETWEEN
   * @param symmetric BETWEEN SYMMETRIC
   * @param value what is compared
   * @param low first bound
   * @param high second bound
   */
  public BetweenCall(
      SqlParserPos position,
      boolean negated,
      boolean symmetric,
      SqlNode value,
      SqlNode low,
      SqlNode high,
      ExpressionType type) {
    super(position, type);
    this.negated = negated;
    this.symmetric = symmetric;
    this.value = value;
    this.low = low;
    this.high = high;
  }

  /** NOT BETWEEN. */
  public boolean negated() {
    return negated;
  }

  /** BETWEEN SYMMETRIC. */
  public boolean symmetric() {
    return symmetric;
  }

  /** What is compared. */
  public SqlNode value() {
    return value;
  }

  /** First bound. */
  public SqlNode low() {
    return low;
  }

  /** Second bound. */
  public SqlNode high() {
    return high;
  }

  /** The same expression, typed. */
  public BetweenCall typed(ExpressionType type) {
    return new BetweenCall(getParserPosition(), negated, symmetric, value, low, high, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newValue = map(value, mapping);
    SqlNode newLow = map(low, mapping);
    SqlNode newHigh = map(high, mapping);
    return newValue == value && newLow == low && newHigh == high
        ? this
        : new BetweenCall(
            getParserPosition(), negated, symmetric, newValue, newLow, newHigh, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(negated, symmetric, value == null, low == null, high == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(value, low, high);
  }
}
