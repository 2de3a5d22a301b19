package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** GROUPING SETS, ROLLUP, CUBE, a parenthesised set, or the empty set. */
public final class GroupingSet extends PgNode {
  private final Kind kind;
  private final List<SqlNode> elements;

  /**
   * @param kind which one
   * @param elements expressions and nested sets
   */
  public GroupingSet(SqlParserPos position, Kind kind, List<SqlNode> elements) {
    super(position);
    this.kind = kind;
    this.elements = List.copyOf(elements);
  }

  /** Which one. */
  public Kind kind() {
    return kind;
  }

  /** Expressions and nested sets. */
  public List<SqlNode> elements() {
    return elements;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newElements = mapAll(elements, mapping);
    return newElements == elements ? this : new GroupingSet(getParserPosition(), kind, newElements);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(kind, elements.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return elements;
  }

  /** Which one. */
  public enum Kind {
    SETS,
    ROLLUP,
    CUBE,
    SET
  }
}
