package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** AND, OR and NOT; the first two take any number of operands. */
public final class LogicalCall extends TypedNode {
  private final Kind kind;
  private final List<SqlNode> operands;

  /** As parsed, without a type yet. */
  public LogicalCall(SqlParserPos position, Kind kind, List<SqlNode> operands) {
    this(position, kind, operands, null);
  }

  /**
   * @param kind which one
   * @param operands the operands, one for NOT
   */
  public LogicalCall(
      SqlParserPos position, Kind kind, List<SqlNode> operands, ExpressionType type) {
    super(position, type);
    this.kind = kind;
    this.operands = List.copyOf(operands);
  }

  /** Which one. */
  public Kind kind() {
    return kind;
  }

  /** The operands, one for NOT. */
  public List<SqlNode> operands() {
    return operands;
  }

  /** The same expression, typed. */
  public LogicalCall typed(ExpressionType type) {
    return new LogicalCall(getParserPosition(), kind, operands, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newOperands = mapAll(operands, mapping);
    return newOperands == operands
        ? this
        : new LogicalCall(getParserPosition(), kind, newOperands, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(kind, operands.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return operands;
  }

  /** Which connective. */
  public enum Kind {
    AND,
    OR,
    NOT
  }
}
