package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** MERGE. */
public final class MergeNode extends PgNode {
  private final boolean recursive;
  private final List<SqlNode> with;
  private final SqlNode target;
  private final SqlNode source;
  private final SqlNode condition;
  private final List<SqlNode> whens;
  private final List<SqlNode> returning;

  /**
   * @param recursive WITH RECURSIVE
   * @param with {@link CommonTable}s
   * @param target {@link TableItem}
   * @param source FROM item
   * @param condition ON condition
   * @param whens {@link MergeWhen}s
   * @param returning {@link SelectItem}s
   */
  public MergeNode(
      SqlParserPos position,
      boolean recursive,
      List<SqlNode> with,
      SqlNode target,
      SqlNode source,
      SqlNode condition,
      List<SqlNode> whens,
      List<SqlNode> returning) {
    super(position);
    this.recursive = recursive;
    this.with = List.copyOf(with);
    this.target = target;
    this.source = source;
    this.condition = condition;
    this.whens = List.copyOf(whens);
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

  /** FROM item. */
  public SqlNode source() {
    return source;
  }

  /** ON condition. */
  public SqlNode condition() {
    return condition;
  }

  /** {@link MergeWhen}s. */
  public List<SqlNode> whens() {
    return whens;
  }

  /** {@link SelectItem}s. */
  public List<SqlNode> returning() {
    return returning;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newWith = mapAll(with, mapping);
    SqlNode newTarget = map(target, mapping);
    SqlNode newSource = map(source, mapping);
    SqlNode newCondition = map(condition, mapping);
    List<SqlNode> newWhens = mapAll(whens, mapping);
    List<SqlNode> newReturning = mapAll(returning, mapping);
    return newWith == with
            && newTarget == target
            && newSource == source
            && newCondition == condition
            && newWhens == whens
            && newReturning == returning
        ? this
        : new MergeNode(
            getParserPosition(),
            recursive,
            newWith,
            newTarget,
            newSource,
            newCondition,
            newWhens,
            newReturning);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(recursive, with.size(), whens.size(), returning.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>(with);
    operands.add(target);
    operands.add(source);
    operands.add(condition);
    operands.addAll(whens);
    operands.addAll(returning);
    return operands;
  }
}
