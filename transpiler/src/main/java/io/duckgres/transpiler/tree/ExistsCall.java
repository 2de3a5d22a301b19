package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** EXISTS (query). */
public final class ExistsCall extends TypedNode {
  private final SqlNode query;

  /** As parsed, without a type yet. */
  public ExistsCall(SqlParserPos position, SqlNode query) {
    this(position, query, null);
  }

  /**
   * @param query a {@link QueryNode}
   */
  public ExistsCall(SqlParserPos position, SqlNode query, ExpressionType type) {
    super(position, type);
    this.query = query;
  }

  /** A {@link QueryNode}. */
  public SqlNode query() {
    return query;
  }

  /** The same expression, typed. */
  public ExistsCall typed(ExpressionType type) {
    return new ExistsCall(getParserPosition(), query, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newQuery = map(query, mapping);
    return newQuery == query
        ? this
        : new ExistsCall(getParserPosition(), newQuery, expressionType());
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
