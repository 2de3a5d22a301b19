package io.duckgres.transpiler.tree;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** SELECT … INTO: the query, and the table that it makes, as CREATE TABLE AS does. */
public final class SelectInto extends PgNode {
  private final List<String> table;
  private final Persistence persistence;
  private final SqlNode query;

  /**
   * @param position of the table's name
   * @param table name of the table, schema first when given
   * @param persistence how long the table lives
   * @param query a {@link QueryNode}, without its INTO
   */
  public SelectInto(
      SqlParserPos position, List<String> table, Persistence persistence, SqlNode query) {
    super(position);
    this.table = List.copyOf(table);
    this.persistence = persistence;
    this.query = query;
  }

  /** Name of the table, schema first when given. */
  public List<String> table() {
    return table;
  }

  /** How long the table lives. */
  public Persistence persistence() {
    return persistence;
  }

  /** A {@link QueryNode}, without its INTO. */
  public SqlNode query() {
    return query;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newQuery = map(query, mapping);
    return newQuery == query
        ? this
        : new SelectInto(getParserPosition(), table, persistence, newQuery);
  }

  @Override
  protected List<Object> attributes() {
    return List.of(table, persistence);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(query);
  }

  /** How long a table lives. */
  public enum Persistence {
    PERMANENT,
    TEMPORARY,
    UNLOGGED
  }
}
