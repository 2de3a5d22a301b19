package io.duckgres.transpiler.tree;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/** A node that Calcite has no class for. Children may be null where the syntax is optional. */
public abstract class PgNode extends SqlCall {
  private static final SqlOperator OPERATOR = new SqlSpecialOperator("PG", SqlKind.OTHER);

  protected PgNode(SqlParserPos position) {
    super(position);
  }

  /**
   * The same node with each child replaced by what {@code mapping} makes of it. Null children stay
   * null. Returns this very node when no child changes.
   */
  public abstract SqlNode mapChildren(UnaryOperator<SqlNode> mapping);

  @Override
  public SqlOperator getOperator() {
    return OPERATOR;
  }

  @Override
  public abstract List<SqlNode> getOperandList();

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    throw new UnsupportedOperationException("printed by io.duckgres.transpiler.unparse");
  }

  /**
   * What tells two nodes of a class apart beside their children; how many children stand in each
   * place belongs to it. Types and positions don't.
   */
  protected abstract List<Object> attributes();

  @Override
  public boolean equalsDeep(SqlNode node, Litmus litmus) {
    if (this == node) {
      return litmus.succeed();
    }
    if (!(node instanceof PgNode that)
        || that.getClass() != getClass()
        || !attributes().equals(that.attributes())) {
      return litmus.fail("{} != {}", this, node);
    }
    List<SqlNode> mine = getOperandList();
    List<SqlNode> theirs = that.getOperandList();
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).equalsDeep(theirs.get(i), litmus)) {
        return litmus.fail("{} != {}", this, node);
      }
    }
    return litmus.succeed();
  }

  /** For debugging alone: the class, its attributes and its children. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + attributes() + getOperandList();
  }

  /** Maps one child that may be null. */
  protected static SqlNode map(SqlNode child, UnaryOperator<SqlNode> mapping) {
    return child == null ? null : mapping.apply(child);
  }

  /** Maps a list of children; the list itself is returned when none changes. */
  protected static List<SqlNode> mapAll(List<SqlNode> children, UnaryOperator<SqlNode> mapping) {
    SqlNode[] mapped = null;
    for (int i = 0; i < children.size(); i++) {
      SqlNode before = children.get(i);
      SqlNode after = map(before, mapping);
      if (after != before && mapped == null) {
        mapped = children.toArray(new SqlNode[0]);
      }
      if (mapped != null) {
        mapped[i] = after;
      }
    }
    return mapped == null ? children : List.of(mapped);
  }

  /** A list of those that are not null. */
  protected static List<SqlNode> present(SqlNode... nodes) {
    return java.util.Arrays.stream(nodes).filter(Objects::nonNull).toList();
  }
}
