package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** What the tree tells of an array's dimensions, and how the engine's SQL asks for more. */
final class ArrayShapes {
  private ArrayShapes() {}

  /** Number of dimensions of an array that has elements, 0 for what is no array. */
  static int dimensions(SqlNode node) {
    ExpressionType type = Typed.of(node);
    return type == null || !type.type().isArray() ? 0 : type.levels();
  }

  static boolean isNested(SqlNode node) {
    return dimensions(node) > 1;
  }

  /** Lengths by dimension of an array that is written out, null for any other. */
  static List<Integer> lengths(SqlNode node) {
    SqlNode inner = node;
    while (inner instanceof CastCall cast) {
      inner = cast.operand();
    }
    if (!(inner instanceof ArrayCall array)) {
      return null;
    }
    List<Integer> below = List.of();
    if (isNested(array)) {
      for (int i = 0; i < array.elements().size(); i++) {
        List<Integer> here = lengths(array.elements().get(i));
        if (here == null || i > 0 && !here.equals(below)) {
          return null;
        }
        below = here;
      }
    }
    List<Integer> lengths = new ArrayList<>();
    lengths.add(array.elements().size());
    lengths.addAll(below);
    return lengths;
  }

  /** The elements of all dimensions in one list. */
  static String flat(String array, int dimensions) {
    return "flatten(".repeat(dimensions - 1) + array + ")".repeat(dimensions - 1);
  }

  /** The length of an array in a dimension, which counts from 1; NULL when it has no element. */
  static String length(String array, int dimension) {
    return "len(" + array + "[1]".repeat(dimension - 1) + ")";
  }

  /** The lengths of an array in all dimensions, as a list. */
  static String lengths(String array, int dimensions) {
    StringBuilder lengths = new StringBuilder("[");
    for (int i = 1; i <= dimensions; i++) {
      lengths.append(i > 1 ? ", " : "").append(length(array, i));
    }
    return lengths.append(']').toString();
  }

  /** Something done to each element of all dimensions; {@code each} calls it {@code element_}. */
  static String overElements(String array, int dimensions, String each) {
    if (dimensions == 1) {
      return "list_transform(" + array + ", lambda element_: " + each + ")";
    }
    String inner = "level_" + dimensions;
    return "list_transform("
        + array
        + ", lambda "
        + inner
        + ": "
        + overElements(inner, dimensions - 1, each)
        + ")";
  }
}
