package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** VALUES. */
public final class ValuesCore extends PgNode {
  private final List<SqlNode> rows;

  /**
   * @param rows {@link RowCall}s
   */
  public ValuesCore(SqlParserPos position, List<SqlNode> rows) {
    super(position);
    this.rows = List.copyOf(rows);
  }

  /** {@link RowCall}s. */
  public List<SqlNode> rows() {
    return rows;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newRows = mapAll(rows, mapping);
    return newRows == rows ? this : new ValuesCore(getParserPosition(), newRows);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(rows.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return rows;
  }
}
