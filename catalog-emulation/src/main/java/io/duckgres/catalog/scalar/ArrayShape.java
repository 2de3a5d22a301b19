package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of an array, read from its JSON. An empty array has no dimensions.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c}.
 */
final class ArrayShape {
  private ArrayShape() {}

  private static List<Integer> lengths(String json) {
    List<Integer> lengths = new ArrayList<>();
    JsonValue value = JsonReader.json(json);
    while (value.isArray() && !value.elements().isEmpty()) {
      lengths.add(value.elements().size());
      value = value.elements().get(0);
    }
    return lengths;
  }

  static String dims(String json) {
    StringBuilder out = new StringBuilder();
    lengths(json).forEach(length -> out.append("[1:").append(length).append(']'));
    return out.isEmpty() ? null : out.toString();
  }

  static Integer count(String json) {
    int count = lengths(json).size();
    return count == 0 ? null : count;
  }

  static Integer length(String json, Integer dimension) {
    List<Integer> lengths = lengths(json);
    return dimension < 1 || dimension > lengths.size() ? null : lengths.get(dimension - 1);
  }

  static Integer cardinality(String json) {
    List<Integer> lengths = lengths(json);
    return lengths.isEmpty() ? 0 : lengths.stream().reduce(1, (left, right) -> left * right);
  }
}
