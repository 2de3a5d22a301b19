package io.duckgres.transpiler.tree;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Positions of nodes: offsets into the statement's text, in UTF-16 units, kept as the columns of a
 * Calcite position on line 1. Line 0 ({@link SqlParserPos#ZERO}) means that a node was made by us.
 */
public final class Positions {
  private Positions() {}

  /**
   * @param start 0-based offset of the first character
   * @param stop 0-based offset of the last character
   */
  public static SqlParserPos of(int start, int stop) {
    return new SqlParserPos(1, start + 1, 1, stop + 1);
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
