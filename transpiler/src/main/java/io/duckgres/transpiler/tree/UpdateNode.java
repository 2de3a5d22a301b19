package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** UPDATE. */
public final class UpdateNode extends PgNode {
  private final boolean recursive;
  private final List<SqlNode> with;
  private final SqlNode target;
  private final List<SqlNode> assignments;
  private final List<SqlNode> from;
  private final SqlNode where;
  private final List<SqlNode> returning;

  /**
   * @param recursive WITH RECURSIVE
   * @param with {@link CommonTable}s
   * @param target {@link TableItem}
   * @param assignments {@link Assignment}s
   * @param from FROM items
   * @param where WHERE condition, or null
   * @param returning {@link SelectItem}s
   */
  public UpdateNode(
      SqlParserPos position,
      boolean recursive,
      List<SqlNode> with,
      SqlNode target,
      List<SqlNode> assignments,
      List<SqlNode> from,
      SqlNode where,
      List<SqlNode> returning) {
    super(position);
    this.recursive = recursive;
    this.with = List.copyOf(with);
    this.target = target;
    this.assignments = List.copyOf(assignments);
    this.from = List.copyOf(from);
    this.where = where;
    this.returning = List.copyOf(returning);
  }

  /** WITH RECURSIVE. */
  public boolean recursive() {
    return recursive;
  }

  /** {@link CommonTable}s. */
  public List<SqlNode> with() {
    return with;
  }

  /** {@link TableItem}. */
  public SqlNode target() {
    return target;
  }

  /** {@link Assignment}s. */
  public List<SqlNode> assignments() {
    return assignments;
  }

  /** FROM items. */
  public List<SqlNode> from() {
    return from;
  }

  /** WHERE condition, or null. */
  public SqlNode where() {
    return where;
  }

  /** {@link SelectItem}s. */
  public List<SqlNode> returning() {
    return returning;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newWith = mapAll(with, mapping);
    SqlNode newTarget = map(target, mapping);
    List<SqlNode> newAssignments = mapAll(assignments, mapping);
    List<SqlNode> newFrom = mapAll(from, mapping);
    SqlNode newWhere = map(where, mapping);
    List<SqlNode> newReturning = mapAll(returning, mapping);
    return newWith == with
            && newTarget == target
            && newAssignments == assignments
            && newFrom == from
            && newWhere == where
            && newReturning == returning
        ? this
        : new UpdateNode(
            getParserPosition(),
            recursive,
            newWith,
            newTarget,
            newAssignments,
            newFrom,
            newWhere,
            newReturning);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        recursive,
        with.size(),
        target == null,
        assignments.size(),
        from.size(),
        where == null,
        returning.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(with);
    if (target != null) {
      operands.add(target);
    }
    operands.addAll(assignments);
    operands.addAll(from);
    if (where != null) {
      operands.add(where);
    }
    operands.addAll(returning);
    return operands;
  }
}
