package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A join. */
public final class JoinItem extends PgNode {
  private final Kind kind;
  private final boolean natural;
  private final SqlNode left;
  private final SqlNode right;
  private final SqlNode condition;
  private final List<String> using;
  private final String usingAlias;
  private final Alias alias;

  /**
   * @param kind which join
   * @param natural NATURAL
   * @param left left input
   * @param right right input
   * @param condition ON condition, or null
   * @param using USING columns, null when there is no USING
   * @param usingAlias USING (…) AS name, or null
   * @param alias alias of the parenthesised join, or null
   */
  public JoinItem(
      SqlParserPos position,
      Kind kind,
      boolean natural,
      SqlNode left,
      SqlNode right,
      SqlNode condition,
      List<String> using,
      String usingAlias,
      Alias alias) {
    super(position);
    this.kind = kind;
    this.natural = natural;
    this.left = left;
    this.right = right;
    this.condition = condition;
    this.using = using;
    this.usingAlias = usingAlias;
    this.alias = alias;
  }

  /** Which join. */
  public Kind kind() {
    return kind;
  }

  /** NATURAL. */
  public boolean natural() {
    return natural;
  }

  /** Left input. */
  public SqlNode left() {
    return left;
  }

  /** Right input. */
  public SqlNode right() {
    return right;
  }

  /** ON condition, or null. */
  public SqlNode condition() {
    return condition;
  }

  /** USING columns, null when there is no USING. */
  public List<String> using() {
    return using;
  }

  /** USING (…) AS name, or null. */
  public String usingAlias() {
    return usingAlias;
  }

  /** Alias of the parenthesised join, or null. */
  public Alias alias() {
    return alias;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newLeft = map(left, mapping);
    SqlNode newRight = map(right, mapping);
    SqlNode newCondition = map(condition, mapping);
    return newLeft == left && newRight == right && newCondition == condition
        ? this
        : new JoinItem(
            getParserPosition(),
            kind,
            natural,
            newLeft,
            newRight,
            newCondition,
            using,
            usingAlias,
            alias);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        kind, natural, left == null, right == null, condition == null, using, usingAlias, alias);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(left, right, condition);
  }

  /** Which join. */
  public enum Kind {
    CROSS,
    INNER,
    LEFT,
    RIGHT,
    FULL
  }
}
