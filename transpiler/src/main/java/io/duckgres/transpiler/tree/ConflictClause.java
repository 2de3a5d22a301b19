package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** ON CONFLICT. */
public final class ConflictClause extends PgNode {
  private final List<SqlNode> targets;
  private final SqlNode targetWhere;
  private final String constraint;
  private final boolean update;
  private final List<SqlNode> assignments;
  private final SqlNode where;

  /**
   * @param targets columns and expressions of the conflict target; empty when not given
   * @param targetWhere WHERE of the conflict target, or null
   * @param constraint ON CONSTRAINT name, otherwise null
   * @param update DO UPDATE instead of DO NOTHING
   * @param assignments {@link Assignment}s
   * @param where WHERE of DO UPDATE, or null
   */
  public ConflictClause(
      SqlParserPos position,
      List<SqlNode> targets,
      SqlNode targetWhere,
      String constraint,
      boolean update,
      List<SqlNode> assignments,
      SqlNode where) {
    super(position);
    this.targets = List.copyOf(targets);
    this.targetWhere = targetWhere;
    this.constraint = constraint;
    this.update = update;
    this.assignments = List.copyOf(assignments);
    this.where = where;
  }

  /** Columns and expressions of the conflict target; empty when not given. */
  public List<SqlNode> targets() {
    return targets;
  }

  /** WHERE of the conflict target, or null. */
  public SqlNode targetWhere() {
    return targetWhere;
  }

  /** ON CONSTRAINT name, otherwise null. */
  public String constraint() {
    return constraint;
  }

  /** DO UPDATE instead of DO NOTHING. */
  public boolean update() {
    return update;
  }

  /** {@link Assignment}s. */
  public List<SqlNode> assignments() {
    return assignments;
  }

  /** WHERE of DO UPDATE, or null. */
  public SqlNode where() {
    return where;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newTargets = mapAll(targets, mapping);
    SqlNode newTargetWhere = map(targetWhere, mapping);
    List<SqlNode> newAssignments = mapAll(assignments, mapping);
    SqlNode newWhere = map(where, mapping);
    return newTargets == targets
            && newTargetWhere == targetWhere
            && newAssignments == assignments
            && newWhere == where
        ? this
        : new ConflictClause(
            getParserPosition(),
            newTargets,
            newTargetWhere,
            constraint,
            update,
            newAssignments,
            newWhere);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        targets.size(), targetWhere == null, constraint, update, assignments.size(), where == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(targets);
    if (targetWhere != null) {
      operands.add(targetWhere);
    }
    operands.addAll(assignments);
    if (where != null) {
      operands.add(where);
    }
    return operands;
  }
}
