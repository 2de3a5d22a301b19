package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Windows and the ORDER BY of calls. */
final class WindowAnalyzer {
  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;

  WindowAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
  }

  /** A window, null for none. */
  SqlNode over(SqlNode over, Place place) {
    if (over == null) {
      return null;
    }
    WindowSpec window = (WindowSpec) over;
    WindowChecks.check(window, place);
    Place inside = place.in(Clause.WINDOW_PARTITION);
    List<SqlNode> partitions = new ArrayList<>();
    for (SqlNode partition : window.partitionBy()) {
      partitions.add(analysis.conversion.resolveUnknown(expressions.analyze(partition, inside)));
    }
    return new WindowSpec(
        window.getParserPosition(),
        window.name(),
        window.base(),
        window.reference(),
        partitions,
        sort(window.orderBy(), inside),
        window.frame(),
        offset(window.frameStart(), inside),
        offset(window.frameEnd(), inside));
  }

  private SqlNode offset(SqlNode offset, Place place) {
    return offset == null
        ? null
        : analysis.conversion.resolveUnknown(expressions.analyze(offset, place));
  }

  /** Sort items whose expressions are analysed as they stand. */
  List<SqlNode> sort(List<SqlNode> items, Place place) {
    List<SqlNode> sorted = new ArrayList<>();
    for (SqlNode node : items) {
      SortItem item = (SortItem) node;
      SqlNode expression =
          analysis.conversion.resolveUnknown(expressions.analyze(item.expression(), place));
      sorted.add(
          new SortItem(
              item.getParserPosition(),
              expression,
              item.direction(),
              item.nullsFirst(),
              item.using()));
    }
    return sorted;
  }
}
