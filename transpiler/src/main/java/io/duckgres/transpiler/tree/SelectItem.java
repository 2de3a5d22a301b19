package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** An element of the select list or of RETURNING. */
public final class SelectItem extends PgNode {
  private final SqlNode expression;
  private final String alias;

  /**
   * @param expression the expression; an identifier that ends in a star for {@code *} and {@code
   *     t.*}
   * @param alias AS name, null when not given
   */
  public SelectItem(SqlParserPos position, SqlNode expression, String alias) {
    super(position);
    this.expression = expression;
    this.alias = alias;
  }

  /** The expression; an identifier that ends in a star for {@code *} and {@code t.*}. */
  public SqlNode expression() {
    return expression;
  }

  /** AS name, null when not given. */
  public String alias() {
    return alias;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newExpression = map(expression, mapping);
    return newExpression == expression
        ? this
        : new SelectItem(getParserPosition(), newExpression, alias);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(expression == null, alias);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(expression);
  }
}
