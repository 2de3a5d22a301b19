package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A common table expression. */
public final class CommonTable extends PgNode {
  private final String name;
  private final List<String> columns;
  private final Boolean materialized;
  private final SqlNode statement;
  private final SearchClause search;
  private final CycleClause cycle;

  /**
   * @param name its name
   * @param columns column names, empty when not given
   * @param materialized MATERIALIZED or NOT MATERIALIZED, null when not given
   * @param statement a {@link QueryNode}, or a data-modifying statement
   * @param search SEARCH, or null
   * @param cycle CYCLE, or null
   */
  public CommonTable(
      SqlParserPos position,
      String name,
      List<String> columns,
      Boolean materialized,
      SqlNode statement,
      SearchClause search,
      CycleClause cycle) {
    super(position);
    this.name = name;
    this.columns = columns;
    this.materialized = materialized;
    this.statement = statement;
    this.search = search;
    this.cycle = cycle;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Column names, empty when not given. */
  public List<String> columns() {
    return columns;
  }

  /** MATERIALIZED or NOT MATERIALIZED, null when not given. */
  public Boolean materialized() {
    return materialized;
  }

  /** A {@link QueryNode}, or a data-modifying statement. */
  public SqlNode statement() {
    return statement;
  }

  /** SEARCH, or null. */
  public SearchClause search() {
    return search;
  }

  /** CYCLE, or null. */
  public CycleClause cycle() {
    return cycle;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newStatement = map(statement, mapping);
    return newStatement == statement
        ? this
        : new CommonTable(
            getParserPosition(), name, columns, materialized, newStatement, search, cycle);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(name, columns, materialized, statement == null, search, cycle);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(statement);
  }
}
