package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** UNION, INTERSECT or EXCEPT. */
public final class SetOperation extends PgNode {
  private final Kind kind;
  private final boolean all;
  private final SqlNode left;
  private final SqlNode right;

  /**
   * @param kind which one
   * @param all ALL
   * @param left left input
   * @param right right input
   */
  public SetOperation(SqlParserPos position, Kind kind, boolean all, SqlNode left, SqlNode right) {
    super(position);
    this.kind = kind;
    this.all = all;
    this.left = left;
    this.right = right;
  }

  /** Which one. */
  public Kind kind() {
    return kind;
  }

  /** ALL. */
  public boolean all() {
    return all;
  }

  /** Left input. */
  public SqlNode left() {
    return left;
  }

  /** Right input. */
  public SqlNode right() {
    return right;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newLeft = map(left, mapping);
    SqlNode newRight = map(right, mapping);
    return newLeft == left && newRight == right
        ? this
        : new SetOperation(getParserPosition(), kind, all, newLeft, newRight);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(kind, all, left == null, right == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(left, right);
  }

  /** Which operation. */
  public enum Kind {
    UNION,
    INTERSECT,
    EXCEPT
  }
}
