package io.duckgres.transpiler.tree;

import java.util.function.Supplier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Positions of nodes: offsets into the statement's text, in UTF-16 units, kept as the columns of a
 * Calcite position on line 1. Line 0 ({@link SqlParserPos#ZERO}) means that a node was made by us.
 */
public final class Positions {
  private static final ThreadLocal<Boolean> DETACHED = new ThreadLocal<>();

  private Positions() {}

  /**
   * What {@code building} makes, its nodes without positions: for text that is not the client's.
   */
  public static <T> T detached(Supplier<T> building) {
    Boolean before = DETACHED.get();
    DETACHED.set(true);
    try {
      return building.get();
    } finally {
      DETACHED.set(before);
    }
  }

  /**
   * @param start 0-based offset of the first character
   * @param stop 0-based offset of the last character
   */
  public static SqlParserPos of(int start, int stop) {
    return DETACHED.get() == null ? new SqlParserPos(1, start + 1, 1, stop + 1) : SqlParserPos.ZERO;
  }

  /** 0-based offset of the node's first character, -1 when it has no source. */
  public static int start(SqlNode node) {
    return node == null ? -1 : start(node.getParserPosition());
  }

  /** 0-based offset of the first character, -1 when there is none. */
  public static int start(SqlParserPos position) {
    return position.getLineNum() == 0 ? -1 : position.getColumnNum() - 1;
  }
}
