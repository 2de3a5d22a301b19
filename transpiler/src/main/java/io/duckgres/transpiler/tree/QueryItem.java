package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A query in FROM. */
public final class QueryItem extends PgNode {
  private final boolean lateral;
  private final SqlNode query;
  private final Alias alias;

  /**
   * @param lateral LATERAL
   * @param query a {@link QueryNode}
   * @param alias alias, or null
   */
  public QueryItem(SqlParserPos position, boolean lateral, SqlNode query, Alias alias) {
    super(position);
    this.lateral = lateral;
    this.query = query;
    this.alias = alias;
  }

  /** LATERAL. */
  public boolean lateral() {
    return lateral;
  }

  /** A {@link QueryNode}. */
  public SqlNode query() {
    return query;
  }

  /** Alias, or null. */
  public Alias alias() {
    return alias;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newQuery = map(query, mapping);
    return newQuery == query ? this : new QueryItem(getParserPosition(), lateral, newQuery, alias);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(lateral, query == null, alias);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(query);
  }
}
