package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Float arithmetic in the engine's own words, and the same in words that raise PostgreSQL's errors.
 * The engine computes the first and takes the second only where its result is suspicious: not
 * finite, NULL, or zero after a product or quotient.
 */
public final class FloatArithmetic extends TypedNode {
  private final SqlNode plain;
  private final SqlNode checked;
  private final boolean zeroIsSuspicious;

  /**
   * @param plain without checks
   * @param checked with checks
   * @param zeroIsSuspicious whether a zero may be an underflow
   */
  public FloatArithmetic(
      SqlParserPos position,
      SqlNode plain,
      SqlNode checked,
      boolean zeroIsSuspicious,
      ExpressionType type) {
    super(position, type);
    this.plain = plain;
    this.checked = checked;
    this.zeroIsSuspicious = zeroIsSuspicious;
  }

  /** Without checks. */
  public SqlNode plain() {
    return plain;
  }

  /** With checks. */
  public SqlNode checked() {
    return checked;
  }

  /** Whether a zero may be an underflow. */
  public boolean zeroIsSuspicious() {
    return zeroIsSuspicious;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newPlain = map(plain, mapping);
    SqlNode newChecked = map(checked, mapping);
    return newPlain == plain && newChecked == checked
        ? this
        : new FloatArithmetic(
            getParserPosition(), newPlain, newChecked, zeroIsSuspicious, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(zeroIsSuspicious);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(plain, checked);
  }
}
