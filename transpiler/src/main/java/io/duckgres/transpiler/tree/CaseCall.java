package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** CASE. */
public final class CaseCall extends TypedNode {
  private final SqlNode operand;
  private final List<SqlNode> conditions;
  private final List<SqlNode> results;
  private final SqlNode otherwise;

  /** As parsed, without a type yet. */
  public CaseCall(
      SqlParserPos position,
      SqlNode operand,
      List<SqlNode> conditions,
      List<SqlNode> results,
      SqlNode otherwise) {
    this(position, operand, conditions, results, otherwise, null);
  }

  /**
   * @param operand the value of a simple CASE, otherwise null
   * @param conditions WHEN conditions, or values of a simple CASE
   * @param results a result for each condition
   * @param otherwise ELSE, or null
   */
  public CaseCall(
      SqlParserPos position,
      SqlNode operand,
      List<SqlNode> conditions,
      List<SqlNode> results,
      SqlNode otherwise,
      ExpressionType type) {
    super(position, type);
    this.operand = operand;
    this.conditions = List.copyOf(conditions);
    this.results = List.copyOf(results);
    this.otherwise = otherwise;
  }

  /** The value of a simple CASE, otherwise null. */
  public SqlNode operand() {
    return operand;
  }

  /** WHEN conditions, or values of a simple CASE. */
  public List<SqlNode> conditions() {
    return conditions;
  }

  /** A result for each condition. */
  public List<SqlNode> results() {
    return results;
  }

  /** ELSE, or null. */
  public SqlNode otherwise() {
    return otherwise;
  }

  /** The same expression, typed. */
  public CaseCall typed(ExpressionType type) {
    return new CaseCall(getParserPosition(), operand, conditions, results, otherwise, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newOperand = map(operand, mapping);
    List<SqlNode> newConditions = mapAll(conditions, mapping);
    List<SqlNode> newResults = mapAll(results, mapping);
    SqlNode newOtherwise = map(otherwise, mapping);
    return newOperand == operand
            && newConditions == conditions
            && newResults == results
            && newOtherwise == otherwise
        ? this
        : new CaseCall(
            getParserPosition(),
            newOperand,
            newConditions,
            newResults,
            newOtherwise,
            expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(operand == null, conditions.size(), results.size(), otherwise == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    if (operand != null) {
      operands.add(operand);
    }
    operands.addAll(conditions);
    operands.addAll(results);
    if (otherwise != null) {
      operands.add(otherwise);
    }
    return operands;
  }
}
