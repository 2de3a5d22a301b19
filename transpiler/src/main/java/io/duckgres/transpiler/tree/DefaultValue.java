package io.duckgres.transpiler.tree;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** DEFAULT as a value of INSERT or UPDATE. */
public final class DefaultValue extends PgNode {
  /** At a position. */
  public DefaultValue(SqlParserPos position) {
    super(position);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    return this;
  }

  @Override
  protected List<Object> attributes() {
    return List.of();
  }

  @Override
  public List<SqlNode> getOperandList() {
    return List.of();
  }
}
