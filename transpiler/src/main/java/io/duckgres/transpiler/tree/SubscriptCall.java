package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code base[index]} and {@code base[low:high]}. */
public final class SubscriptCall extends TypedNode {
  private final SqlNode base;
  private final boolean slice;
  private final SqlNode low;
  private final SqlNode high;

  /** As parsed, without a type yet. */
  public SubscriptCall(
      SqlParserPos position, SqlNode base, boolean slice, SqlNode low, SqlNode high) {
    this(position, base, slice, low, high, null);
  }

  /**
   * @param base the array or jsonb value
   * @param slice a slice
   * @param low the index, or the lower bound of a slice
   * @param high the upper bound of a slice
   */
  public SubscriptCall(
      SqlParserPos position,
      SqlNode base,
      boolean slice,
      SqlNode low,
      SqlNode high,
      ExpressionType type) {
    super(position, type);
    this.base = base;
    this.slice = slice;
    this.low = low;
    this.high = high;
  }

  /** The array or jsonb value. */
  public SqlNode base() {
    return base;
  }

  /** A slice. */
  public boolean slice() {
    return slice;
  }

  /** The index, or the lower bound of a slice. */
  public SqlNode low() {
    return low;
  }

  /** The upper bound of a slice. */
  public SqlNode high() {
    return high;
  }

  /** The same expression, typed. */
  public SubscriptCall typed(ExpressionType type) {
    return new SubscriptCall(getParserPosition(), base, slice, low, high, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newBase = map(base, mapping);
    SqlNode newLow = map(low, mapping);
    SqlNode newHigh = map(high, mapping);
    return newBase == base && newLow == low && newHigh == high
        ? this
        : new SubscriptCall(getParserPosition(), newBase, slice, newLow, newHigh, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(base == null, slice, low == null, high == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(base, low, high);
  }
}
