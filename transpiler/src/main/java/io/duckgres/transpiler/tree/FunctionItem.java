package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** One function in FROM, or several by ROWS FROM. */
public final class FunctionItem extends PgNode {
  private final boolean lateral;
  private final boolean rowsFrom;
  private final List<SqlNode> functions;
  private final List<List<ColumnDefinition>> definitions;
  private final boolean ordinality;
  private final Alias alias;

  /**
   * @param lateral LATERAL
   * @param rowsFrom ROWS FROM
   * @param functions the calls: {@link FunctionCall}s and other function-like expressions
   * @param definitions column definition list of each function, empty where it has none
   * @param ordinality WITH ORDINALITY
   * @param alias alias, or null
   */
  public FunctionItem(
      SqlParserPos position,
      boolean lateral,
      boolean rowsFrom,
      List<SqlNode> functions,
      List<List<ColumnDefinition>> definitions,
      boolean ordinality,
      Alias alias) {
    super(position);
    this.lateral = lateral;
    this.rowsFrom = rowsFrom;
    this.functions = List.copyOf(functions);
    this.definitions = definitions;
    this.ordinality = ordinality;
    this.alias = alias;
  }

  /** LATERAL. */
  public boolean lateral() {
    return lateral;
  }

  /** ROWS FROM. */
  public boolean rowsFrom() {
    return rowsFrom;
  }

  /** The calls: {@link FunctionCall}s and other function-like expressions. */
  public List<SqlNode> functions() {
    return functions;
  }

  /** Column definition list of each function, empty where it has none. */
  public List<List<ColumnDefinition>> definitions() {
    return definitions;
  }

  /** WITH ORDINALITY. */
  public boolean ordinality() {
    return ordinality;
  }

  /** Alias, or null. */
  public Alias alias() {
    return alias;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newFunctions = mapAll(functions, mapping);
    return newFunctions == functions
        ? this
        : new FunctionItem(
            getParserPosition(), lateral, rowsFrom, newFunctions, definitions, ordinality, alias);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(lateral, rowsFrom, functions.size(), definitions, ordinality, alias);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return functions;
  }
}
