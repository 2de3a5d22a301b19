package io.duckgres.transpiler.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions that bounds of partitions come to, in PostgreSQL's words.
 *
 * <p>Source: {@code src/backend/partitioning/partbounds.c} (get_qual_for_list, get_qual_for_range).
 */
public final class PartitionBounds {
  private static final String LOWEST = "MINVALUE";
  private static final String HIGHEST = "MAXVALUE";
  private static final String NULL = "NULL";

  private PartitionBounds() {}

  /** What the rows of a partition meet: true or false, never null. */
  static String condition(Partition partition, List<String> keys) {
    if (partition.kind() == 'l') {
      return list(keys.get(0), partition.values());
    }
    List<String> conditions = new ArrayList<>();
    keys.forEach(key -> conditions.add("(" + key + " IS NOT NULL)"));
    conditions.add("coalesce(" + notBelow(keys, partition.values()) + ", false)");
    conditions.add("coalesce(" + below(keys, partition.upper()) + ", false)");
    return "(" + String.join(" AND ", conditions) + ")";
  }

  private static String list(String key, List<String> values) {
    List<String> constants = values.stream().filter(value -> !value.equals(NULL)).toList();
    List<String> conditions = new ArrayList<>();
    if (constants.size() < values.size()) {
      conditions.add("(" + key + " IS NULL)");
    }
    if (!constants.isEmpty()) {
      conditions.add("coalesce(" + key + " IN (" + String.join(", ", constants) + "), false)");
    }
    return "(" + String.join(" OR ", conditions) + ")";
  }

  /** Whether two bounds of one table have a row in common, over constants alone. */
  public static String overlap(Partition one, Partition other) {
    if (one.kind() == 'l') {
      List<String> pairs = new ArrayList<>();
      for (String value : one.values()) {
        pairs.add(
            value.equals(NULL)
                ? Boolean.toString(other.values().contains(NULL))
                : list(value, other.values()));
      }
      return "(" + String.join(" OR ", pairs) + ")";
    }
    return "("
        + below(one.values(), other.upper())
        + " AND "
        + below(other.values(), one.upper())
        + ")";
  }

  /** Whether no row fits between the bounds. */
  public static String empty(Partition partition) {
    return "(NOT " + below(partition.values(), partition.upper()) + ")";
  }

  /** {@code left >= right}, one value after the other. */
  private static String notBelow(List<String> left, List<String> right) {
    return "(NOT " + below(left, right) + ")";
  }

  private static String below(List<String> left, List<String> right) {
    if (left.isEmpty()) {
      return "false";
    }
    String one = left.get(0);
    String other = right.get(0);
    boolean same = one.equals(other) && (one.equals(LOWEST) || one.equals(HIGHEST));
    if (same) {
      return "false";
    }
    if (one.equals(LOWEST) || other.equals(HIGHEST)) {
      return "true";
    }
    if (one.equals(HIGHEST) || other.equals(LOWEST)) {
      return "false";
    }
    String less = one + " < " + other;
    return left.size() == 1
        ? "(" + less + ")"
        : "("
            + less
            + " OR "
            + one
            + " = "
            + other
            + " AND "
            + below(left.subList(1, left.size()), right.subList(1, right.size()))
            + ")";
  }
}
