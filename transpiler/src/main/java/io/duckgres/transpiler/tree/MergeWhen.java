package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** WHEN … THEN … of MERGE. */
public final class MergeWhen extends PgNode {
  private final Match match;
  private final SqlNode condition;
  private final Action action;
  private final List<SqlNode> assignments;
  private final List<SqlNode> columns;
  private final String overriding;
  private final List<SqlNode> values;

  /**
   * @param match which rows it is for
   * @param condition AND condition, or null
   * @param action what is done to them
   * @param assignments {@link Assignment}s of UPDATE
   * @param columns {@link TargetColumn}s of INSERT; empty when not given
   * @param overriding SYSTEM or USER of OVERRIDING … VALUE, otherwise null
   * @param values VALUES of INSERT; empty for DEFAULT VALUES and other actions
   */
  public MergeWhen(
      SqlParserPos position,
      Match match,
      SqlNode condition,
      Action action,
      List<SqlNode> assignments,
      List<SqlNode> columns,
      String overriding,
      List<SqlNode> values) {
    super(position);
    this.match = match;
    this.condition = condition;
    this.action = action;
    this.assignments = List.copyOf(assignments);
    this.columns = List.copyOf(columns);
    this.overriding = overriding;
    this.values = List.copyOf(values);
  }

  /** Which rows of the join a branch is for. */
  public enum Match {
    MATCHED,
    NOT_MATCHED_BY_SOURCE,
    NOT_MATCHED_BY_TARGET
  }

  /** What a branch does. */
  public enum Action {
    UPDATE,
    DELETE,
    INSERT,
    NOTHING
  }

  /** Which rows it is for. */
  public Match match() {
    return match;
  }

  /** AND condition, or null. */
  public SqlNode condition() {
    return condition;
  }

  /** What is done to them. */
  public Action action() {
    return action;
  }

  /** {@link Assignment}s of UPDATE. */
  public List<SqlNode> assignments() {
    return assignments;
  }

  /** {@link TargetColumn}s of INSERT; empty when not given. */
  public List<SqlNode> columns() {
    return columns;
  }

  /** SYSTEM or USER of OVERRIDING … VALUE, otherwise null. */
  public String overriding() {
    return overriding;
  }

  /** VALUES of INSERT; empty for DEFAULT VALUES and other actions. */
  public List<SqlNode> values() {
    return values;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newCondition = map(condition, mapping);
    List<SqlNode> newAssignments = mapAll(assignments, mapping);
    List<SqlNode> newColumns = mapAll(columns, mapping);
    List<SqlNode> newValues = mapAll(values, mapping);
    return newCondition == condition
            && newAssignments == assignments
            && newColumns == columns
            && newValues == values
        ? this
        : new MergeWhen(
            getParserPosition(),
            match,
            newCondition,
            action,
            newAssignments,
            newColumns,
            overriding,
            newValues);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        match,
        condition == null,
        action,
        assignments.size(),
        columns.size(),
        overriding,
        values.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    if (condition != null) {
      operands.add(condition);
    }
    operands.addAll(assignments);
    operands.addAll(columns);
    operands.addAll(values);
    return operands;
  }
}
