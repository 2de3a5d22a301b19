package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A cast: CAST(x AS t), x::t, or t 'literal'. */
public final class CastCall extends TypedNode {
  private final SqlNode operand;
  private final TypeName target;
  private final boolean implicit;

  /** As parsed, without a type yet. */
  public CastCall(SqlParserPos position, SqlNode operand, TypeName target, boolean implicit) {
    this(position, operand, target, implicit, null);
  }

  /**
   * @param operand what is cast
   * @param target the type as written; null for casts that the analysis adds
   * @param implicit added by the analysis
   */
  public CastCall(
      SqlParserPos position,
      SqlNode operand,
      TypeName target,
      boolean implicit,
      ExpressionType type) {
    super(position, type);
    this.operand = operand;
    this.target = target;
    this.implicit = implicit;
  }

  /** What is cast. */
  public SqlNode operand() {
    return operand;
  }

  /** The type as written; null for casts that the analysis adds. */
  public TypeName target() {
    return target;
  }

  /** Added by the analysis. */
  public boolean implicit() {
    return implicit;
  }

  /** The same expression, typed. */
  public CastCall typed(ExpressionType type) {
    return new CastCall(getParserPosition(), operand, target, implicit, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newOperand = map(operand, mapping);
    return newOperand == operand
        ? this
        : new CastCall(getParserPosition(), newOperand, target, implicit, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(operand == null, target, implicit);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(operand);
  }
}
