package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A table, view or common table expression in FROM, or the target of a statement. */
public final class TableItem extends PgNode {
  private final List<String> name;
  private final boolean only;
  private final Alias alias;
  private final TableSample sample;
  private final List<SqlNode> sampleArguments;

  /**
   * @param name name, schema first when given
   * @param only ONLY
   * @param alias alias, or null
   * @param sample TABLESAMPLE, or null
   * @param sampleArguments arguments of TABLESAMPLE and its REPEATABLE seed last, when it has one
   */
  public TableItem(
      SqlParserPos position,
      List<String> name,
      boolean only,
      Alias alias,
      TableSample sample,
      List<SqlNode> sampleArguments) {
    super(position);
    this.name = name;
    this.only = only;
    this.alias = alias;
    this.sample = sample;
    this.sampleArguments = List.copyOf(sampleArguments);
  }

  /** Name, schema first when given. */
  public List<String> name() {
    return name;
  }

  /** ONLY. */
  public boolean only() {
    return only;
  }

  /** Alias, or null. */
  public Alias alias() {
    return alias;
  }

  /** TABLESAMPLE, or null. */
  public TableSample sample() {
    return sample;
  }

  /** Arguments of TABLESAMPLE and its REPEATABLE seed last, when it has one. */
  public List<SqlNode> sampleArguments() {
    return sampleArguments;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newSampleArguments = mapAll(sampleArguments, mapping);
    return newSampleArguments == sampleArguments
        ? this
        : new TableItem(getParserPosition(), name, only, alias, sample, newSampleArguments);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(name, only, alias, sample, sampleArguments.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return sampleArguments;
  }
}
