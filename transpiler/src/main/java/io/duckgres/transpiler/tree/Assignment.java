package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code column = value} or {@code (columns) = row or query} of UPDATE. */
public final class Assignment extends PgNode {
  private final List<SqlNode> targets;
  private final SqlNode value;

  /**
   * @param targets {@link TargetColumn}s, one unless a list is assigned
   * @param value the value, a {@link RowCall} or a {@link QueryNode} for a list
   */
  public Assignment(SqlParserPos position, List<SqlNode> targets, SqlNode value) {
    super(position);
    this.targets = List.copyOf(targets);
    this.value = value;
  }

  /** {@link TargetColumn}s, one unless a list is assigned. */
  public List<SqlNode> targets() {
    return targets;
  }

  /** The value, a {@link RowCall} or a {@link QueryNode} for a list. */
  public SqlNode value() {
    return value;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newTargets = mapAll(targets, mapping);
    SqlNode newValue = map(value, mapping);
    return newTargets == targets && newValue == value
        ? this
        : new Assignment(getParserPosition(), newTargets, newValue);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(targets.size(), value == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(targets);
    if (value != null) {
      operands.add(value);
    }
    return operands;
  }
}
