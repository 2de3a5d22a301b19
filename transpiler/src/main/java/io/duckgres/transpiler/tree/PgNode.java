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
    ((NodeWriter) writer).node(this);
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

  /** What an unparser offers to nodes. */
  public interface NodeWriter {
    /** Writes a node. */
    void node(PgNode node);
  }
}
