package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import org.apache.calcite.sql.SqlNode;

/** What the tree tells of an array's number of dimensions; its type does not. */
final class ArrayShapes {
  private ArrayShapes() {}

  /** Number of dimensions of an array that is written out, 0 when it can't be told. */
  static int dimensions(SqlNode node) {
    if (node instanceof CastCall cast) {
      return dimensions(cast.operand());
    }
    if (!(node instanceof ArrayCall array)) {
      return 0;
    }
    return array.elements().isEmpty() ? 1 : 1 + dimensions(array.elements().get(0));
  }

  static boolean isNested(SqlNode node) {
    return dimensions(node) > 1;
  }
}
