package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** INSERT. */
public final class InsertNode extends PgNode {
  private final boolean recursive;
  private final List<SqlNode> with;
  private final SqlNode target;
  private final List<SqlNode> columns;
  private final String overriding;
  private final SqlNode source;
  private final SqlNode onConflict;
  private final List<SqlNode> returning;

  /**
   * @param recursive WITH RECURSIVE
   * @param with {@link CommonTable}s
   * @param target {@link TableItem}
   * @param columns target columns, {@link TargetColumn}s; empty when not given
   * @param overriding SYSTEM or USER of OVERRIDING … VALUE, otherwise null
   * @param source {@link QueryNode}; null for DEFAULT VALUES
   * @param onConflict {@link ConflictClause}, or null
   * @param returning {@link SelectItem}s
   */
  public InsertNode(
      SqlParserPos position,
      boolean recursive,
      List<SqlNode> with,
      SqlNode target,
      List<SqlNode> columns,
      String overriding,
      SqlNode source,
      SqlNode onConflict,
      List<SqlNode> returning) {
    super(position);
    this.recursive = recursive;
    this.with = List.copyOf(with);
    this.target = target;
    this.columns = List.copyOf(columns);
    this.overriding = overriding;
    this.source = source;
    this.onConflict = onConflict;
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

  /** Target columns, {@link TargetColumn}s; empty when not given. */
  public List<SqlNode> columns() {
    return columns;
  }

  /** SYSTEM or USER of OVERRIDING … VALUE, otherwise null. */
  public String overriding() {
    return overriding;
  }

  /** {@link QueryNode}; null for DEFAULT VALUES. */
  public SqlNode source() {
    return source;
  }

  /** {@link ConflictClause}, or null. */
  public SqlNode onConflict() {
    return onConflict;
  }

  /** {@link SelectItem}s. */
  public List<SqlNode> returning() {
    return returning;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newWith = mapAll(with, mapping);
    SqlNode newTarget = map(target, mapping);
    List<SqlNode> newColumns = mapAll(columns, mapping);
    SqlNode newSource = map(source, mapping);
    SqlNode newOnConflict = map(onConflict, mapping);
    List<SqlNode> newReturning = mapAll(returning, mapping);
    return newWith == with
            && newTarget == target
            && newColumns == columns
            && newSource == source
            && newOnConflict == onConflict
            && newReturning == returning
        ? this
        : new InsertNode(
            getParserPosition(),
            recursive,
            newWith,
            newTarget,
            newColumns,
            overriding,
            newSource,
            newOnConflict,
            newReturning);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        recursive,
        with.size(),
        target == null,
        columns.size(),
        overriding,
        source == null,
        onConflict == null,
        returning.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(with);
    if (target != null) {
      operands.add(target);
    }
    operands.addAll(columns);
    if (source != null) {
      operands.add(source);
    }
    if (onConflict != null) {
      operands.add(onConflict);
    }
    operands.addAll(returning);
    return operands;
  }
}
