package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A postfix test: IS NULL, IS TRUE and the like. */
public final class TestCall extends TypedNode {
  private final Kind kind;
  private final SqlNode operand;

  /** As parsed, without a type yet. */
  public TestCall(SqlParserPos position, Kind kind, SqlNode operand) {
    this(position, kind, operand, null);
  }

  /**
   * @param kind which test
   * @param operand what is tested
   */
  public TestCall(SqlParserPos position, Kind kind, SqlNode operand, ExpressionType type) {
    super(position, type);
    this.kind = kind;
    this.operand = operand;
  }

  /** Which test. */
  public Kind kind() {
    return kind;
  }

  /** What is tested. */
  public SqlNode operand() {
    return operand;
  }

  /** The same expression, typed. */
  public TestCall typed(ExpressionType type) {
    return new TestCall(getParserPosition(), kind, operand, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newOperand = map(operand, mapping);
    return newOperand == operand
        ? this
        : new TestCall(getParserPosition(), kind, newOperand, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(kind, operand == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(operand);
  }

  /** The test, as it is written. */
  public enum Kind {
    IS_NULL("IS NULL"),
    IS_NOT_NULL("IS NOT NULL"),
    IS_TRUE("IS TRUE"),
    IS_NOT_TRUE("IS NOT TRUE"),
    IS_FALSE("IS FALSE"),
    IS_NOT_FALSE("IS NOT FALSE"),
    IS_UNKNOWN("IS UNKNOWN"),
    IS_NOT_UNKNOWN("IS NOT UNKNOWN");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    /** The words after the operand. */
    public String sql() {
      return sql;
    }
  }
}
