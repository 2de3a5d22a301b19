package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A column that INSERT or UPDATE writes, with field selections and subscripts behind it. */
public final class TargetColumn extends PgNode {
  private final String name;
  private final List<SqlNode> path;

  /**
   * @param name name of the column
   * @param path {@link FieldCall}s and {@link SubscriptCall}s with a placeholder base, outermost
   *     last; mostly empty
   */
  public TargetColumn(SqlParserPos position, String name, List<SqlNode> path) {
    super(position);
    this.name = name;
    this.path = List.copyOf(path);
  }

  /** Name of the column. */
  public String name() {
    return name;
  }

  /**
   * {@link FieldCall}s and {@link SubscriptCall}s with a placeholder base, outermost last; mostly
   * empty.
   */
  public List<SqlNode> path() {
    return path;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newPath = mapAll(path, mapping);
    return newPath == path ? this : new TargetColumn(getParserPosition(), name, newPath);
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(name, path.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return path;
  }
}
