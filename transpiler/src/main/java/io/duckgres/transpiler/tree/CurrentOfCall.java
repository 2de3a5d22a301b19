package io.duckgres.transpiler.tree;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** WHERE CURRENT OF a cursor. */
public final class CurrentOfCall extends TypedNode {
  private final String cursor;

  /**
   * @param cursor the cursor's name
   */
  public CurrentOfCall(SqlParserPos position, String cursor) {
    super(position, null);
    this.cursor = cursor;
  }

  /** The cursor's name. */
  public String cursor() {
    return cursor;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    return this;
  }

  @Override
  protected List<Object> attributes() {
    return List.of(cursor);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return List.of();
  }
}
