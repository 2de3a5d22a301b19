package io.duckgres.transpiler.tree;

import org.apache.calcite.sql.parser.SqlParserPos;

/** An expression that Calcite has no class for. */
public abstract class TypedNode extends PgNode implements Typed {
  private final ExpressionType type;

  protected TypedNode(SqlParserPos position, ExpressionType type) {
    super(position);
    this.type = type;
  }

  @Override
  public ExpressionType expressionType() {
    return type;
  }
}
