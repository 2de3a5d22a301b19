package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.GroupingSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * GROUP BY DISTINCT: the grouping sets written out, each of them once.
 *
 * <p>Source: {@code src/backend/parser/parse_agg.c} (expand_grouping_sets).
 */
final class GroupingSets {
  private GroupingSets() {}

  static List<SqlNode> distinct(List<SqlNode> groupBy) {
    List<List<SqlNode>> sets = new ArrayList<>();
    sets.add(List.of());
    for (SqlNode element : groupBy) {
      sets = product(sets, expand(element));
    }
    List<SqlNode> distinct = new ArrayList<>();
    List<List<SqlNode>> kept = new ArrayList<>();
    for (List<SqlNode> set : sets) {
      if (kept.stream().noneMatch(other -> sameSet(other, set))) {
        kept.add(set);
        distinct.add(new GroupingSet(SqlParserPos.ZERO, GroupingSet.Kind.SET, set));
      }
    }
    return List.of(new GroupingSet(SqlParserPos.ZERO, GroupingSet.Kind.SETS, distinct));
  }

  private static List<List<SqlNode>> expand(SqlNode element) {
    if (!(element instanceof GroupingSet set)) {
      return List.of(List.of(element));
    }
    List<List<SqlNode>> sets = new ArrayList<>();
    switch (set.kind()) {
      case SET -> sets.add(set.elements());
      case SETS -> set.elements().forEach(inner -> sets.addAll(expand(inner)));
      case ROLLUP -> {
        for (int length = set.elements().size(); length >= 0; length--) {
          sets.add(flatten(set.elements().subList(0, length)));
        }
      }
      case CUBE -> {
        int size = set.elements().size();
        for (int bits = (1 << size) - 1; bits >= 0; bits--) {
          List<SqlNode> chosen = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            if ((bits >> (size - 1 - i) & 1) == 1) {
              chosen.add(set.elements().get(i));
            }
          }
          sets.add(flatten(chosen));
        }
      }
    }
    return sets;
  }

  /** Elements of ROLLUP and CUBE may be parenthesised lists. */
  private static List<SqlNode> flatten(List<SqlNode> elements) {
    List<SqlNode> flat = new ArrayList<>();
    for (SqlNode element : elements) {
      if (element instanceof GroupingSet set) {
        flat.addAll(set.elements());
      } else {
        flat.add(element);
      }
    }
    return flat;
  }

  private static List<List<SqlNode>> product(List<List<SqlNode>> left, List<List<SqlNode>> right) {
    List<List<SqlNode>> product = new ArrayList<>();
    for (List<SqlNode> first : left) {
      for (List<SqlNode> second : right) {
        List<SqlNode> both = new ArrayList<>(first);
        for (SqlNode node : second) {
          if (!contains(both, node)) {
            both.add(node);
          }
        }
        product.add(both);
      }
    }
    return product;
  }

  private static boolean sameSet(List<SqlNode> left, List<SqlNode> right) {
    return left.size() == right.size() && left.stream().allMatch(node -> contains(right, node));
  }

  private static boolean contains(List<SqlNode> set, SqlNode node) {
    return set.stream().anyMatch(other -> other.equalsDeep(node, Litmus.IGNORE));
  }
}
