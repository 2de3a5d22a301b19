package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** COLLATE. */
public final class CollateCall extends TypedNode {
  private final SqlNode operand;
  private final List<String> collation;

  /** As parsed, without a type yet. */
  public CollateCall(SqlParserPos position, SqlNode operand, List<String> collation) {
    this(position, operand, collation, null);
  }

  /**
   * @param operand what is collated
   * @param collation name of the collation, schema first
   */
  public CollateCall(
      SqlParserPos position, SqlNode operand, List<String> collation, ExpressionType type) {
    super(position, type);
    this.operand = operand;
    this.collation = collation;
  }

  /** What is collated. */
  public SqlNode operand() {
    return operand;
  }

  /** Name of the collation, schema first. */
  public List<String> collation() {
    return collation;
  }

  /** The same expression, typed. */
  public CollateCall typed(ExpressionType type) {
    return new CollateCall(getParserPosition(), operand, collation, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newOperand = map(operand, mapping);
    return newOperand == operand
        ? this
        : new CollateCall(getParserPosition(), newOperand, collation, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(operand == null, collation);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(operand);
  }
}
