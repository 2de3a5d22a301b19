package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.WindowFrame;
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
    List<SqlNode> orderBy = sort(window.orderBy(), inside);
    PgType offsetType = offsetType(window, orderBy);
    return new WindowSpec(
        window.getParserPosition(),
        window.name(),
        window.base(),
        window.reference(),
        partitions,
        orderBy,
        window.frame(),
        offset(window, orderBy, window.frameStart(), inside, offsetType),
        offset(window, orderBy, window.frameEnd(), inside, offsetType));
  }

  /** The type of an offset that is an unknown literal, null for text. */
  private static PgType offsetType(WindowSpec window, List<SqlNode> orderBy) {
    if (window.frame() == null
        || window.frame().mode() != WindowFrame.Mode.RANGE
        || orderBy.size() != 1) {
      return null;
    }
    PgType sorted = Typed.typeOf(((SortItem) orderBy.get(0)).expression());
    if (sorted == null || sorted.category() == 'N') {
      return PgTypes.FLOAT4.equals(sorted) ? PgTypes.FLOAT8 : sorted;
    }
    return sorted.category() == 'D' || sorted.category() == 'T' ? PgTypes.INTERVAL : null;
  }

  private SqlNode offset(
      WindowSpec window, List<SqlNode> orderBy, SqlNode offset, Place place, PgType type) {
    if (offset == null) {
      return null;
    }
    SqlNode analyzed = expressions.analyze(offset, place);
    FrameOffsets.check(analysis, window, orderBy, analyzed, place);
    SqlNode value = unwrapped(analyzed);
    FrameOffsets.requireValue(value, offset == window.frameStart() ? "starting" : "ending");
    return type != null && PgTypes.UNKNOWN.equals(Typed.typeOf(analyzed))
        ? analysis.conversion.convert(analyzed, type)
        : analysis.conversion.resolveUnknown(analyzed);
  }

  private static SqlNode unwrapped(SqlNode node) {
    return node instanceof CastCall cast ? unwrapped(cast.operand()) : node;
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
