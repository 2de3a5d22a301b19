package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A window: of OVER or of the WINDOW clause. */
public final class WindowSpec extends PgNode {
  private final String name;
  private final String base;
  private final boolean reference;
  private final List<SqlNode> partitionBy;
  private final List<SqlNode> orderBy;
  private final WindowFrame frame;
  private final SqlNode frameStart;
  private final SqlNode frameEnd;

  /**
   * @param name the name that the WINDOW clause defines, or that OVER refers to; null without one
   * @param base name of the window that this one extends, otherwise null
   * @param reference OVER name, without parentheses
   * @param partitionBy PARTITION BY
   * @param orderBy ORDER BY, {@link SortItem}s
   * @param frame mode and bounds; null when not given
   * @param frameStart offset of the start bound, or null
   * @param frameEnd offset of the end bound, or null
   */
  public WindowSpec(
      SqlParserPos position,
      String name,
      String base,
      boolean reference,
      List<SqlNode> partitionBy,
      List<SqlNode> orderBy,
      WindowFrame frame,
      SqlNode frameStart,
      SqlNode frameEnd) {
    super(position);
    this.name = name;
    this.base = base;
    this.reference = reference;
    this.partitionBy = List.copyOf(partitionBy);
    this.orderBy = List.copyOf(orderBy);
    this.frame = frame;
    this.frameStart = frameStart;
    this.frameEnd = frameEnd;
  }

  /** The name that the WINDOW clause defines, or that OVER refers to; null without one. */
  public String name() {
    return name;
  }

  /** Name of the window that this one extends, otherwise null. */
  public String base() {
    return base;
  }

  /** OVER name, without parentheses. */
  public boolean reference() {
    return reference;
  }

  /** PARTITION BY. */
  public List<SqlNode> partitionBy() {
    return partitionBy;
  }

  /** ORDER BY, {@link SortItem}s. */
  public List<SqlNode> orderBy() {
    return orderBy;
  }

  /** Mode and bounds; null when not given. */
  public WindowFrame frame() {
    return frame;
  }

  /** Offset of the start bound, or null. */
  public SqlNode frameStart() {
    return frameStart;
  }

  /** Offset of the end bound, or null. */
  public SqlNode frameEnd() {
    return frameEnd;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newPartitionBy = mapAll(partitionBy, mapping);
    List<SqlNode> newOrderBy = mapAll(orderBy, mapping);
    SqlNode newFrameStart = map(frameStart, mapping);
    SqlNode newFrameEnd = map(frameEnd, mapping);
    return newPartitionBy == partitionBy
            && newOrderBy == orderBy
            && newFrameStart == frameStart
            && newFrameEnd == frameEnd
        ? this
        : new WindowSpec(
            getParserPosition(),
            name,
            base,
            reference,
            newPartitionBy,
            newOrderBy,
            frame,
            newFrameStart,
            newFrameEnd);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        name,
        base,
        reference,
        partitionBy.size(),
        orderBy.size(),
        frame,
        frameStart == null,
        frameEnd == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(partitionBy);
    operands.addAll(orderBy);
    if (frameStart != null) {
      operands.add(frameStart);
    }
    if (frameEnd != null) {
      operands.add(frameEnd);
    }
    return operands;
  }
}
