package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** IN (value, …) and NOT IN. */
public final class InListCall extends TypedNode {
  private final boolean negated;
  private final SqlNode value;
  private final List<SqlNode> list;

  /** As parsed, without a type yet. */
  public InListCall(SqlParserPos position, boolean negated, SqlNode value, List<SqlNode> list) {
    this(position, negated, value, list, null);
  }

  /**
   * @param negated NOT IN
   * @param value what is looked for
   * @param list the values
   */
  public InListCall(
      SqlParserPos position,
      boolean negated,
      SqlNode value,
      List<SqlNode> list,
      ExpressionType type) {
    super(position, type);
    this.negated = negated;
    this.value = value;
    this.list = List.copyOf(list);
  }

  /** NOT IN. */
  public boolean negated() {
    return negated;
  }

  /** What is looked for. */
  public SqlNode value() {
    return value;
  }

  /** The values. */
  public List<SqlNode> list() {
    return list;
  }

  /** The same expression, typed. */
  public InListCall typed(ExpressionType type) {
    return new InListCall(getParserPosition(), negated, value, list, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newValue = map(value, mapping);
    List<SqlNode> newList = mapAll(list, mapping);
    return newValue == value && newList == list
        ? this
        : new InListCall(getParserPosition(), negated, newValue, newList, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(negated, value == null, list.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    if (value != null) {
      operands.add(value);
    }
    operands.addAll(list);
    return operands;
  }
}
