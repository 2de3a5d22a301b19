package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A query as a value. */
public final class ScalarQueryCall extends TypedNode {
  private final SqlNode query;

  /** As parsed, without a type yet. */
  public ScalarQueryCall(SqlParserPos position, SqlNode query) {
    this(position, query, null);
  }

  /**
   * @param query a {@link QueryNode}
   */
  public ScalarQueryCall(SqlParserPos position, SqlNode query, ExpressionType type) {
    super(position, type);
    this.query = query;
  }

  /** A {@link QueryNode}. */
  public SqlNode query() {
    return query;
  }

  /** The same expression, typed. */
  public ScalarQueryCall typed(ExpressionType type) {
    return new ScalarQueryCall(getParserPosition(), query, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newQuery = map(query, mapping);
    return newQuery == query
        ? this
        : new ScalarQueryCall(getParserPosition(), newQuery, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(query == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(query);
  }
}
