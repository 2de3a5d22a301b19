package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.EngineColumn;
import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.ResultShape;
import java.util.ArrayList;
import java.util.List;

/** Fills in what only the engine knows about a result. */
public final class ResultShapes {
  private ResultShapes() {}

  /** The shape of a result that only the engine knows. */
  public static ResultShape of(List<EngineColumn> engineColumns) {
    return new ResultShape(engineColumns.stream().map(ResultShapes::shown).toList());
  }

  /**
   * A shape whose columns all have types.
   *
   * @param shape as planned; null when only the engine knows
   * @param engineColumns what the engine gives, in the same order
   */
  public static ResultShape complete(ResultShape shape, List<EngineColumn> engineColumns) {
    if (shape == null) {
      return of(engineColumns);
    }
    List<ResultColumn> columns = new ArrayList<>(shape.columns());
    for (int i = 0; i < columns.size() && i < engineColumns.size(); i++) {
      ResultColumn column = columns.get(i);
      if (column.type() == null) {
        ResultColumn shown = shown(engineColumns.get(i));
        columns.set(
            i,
            new ResultColumn(
                column.name(),
                shown.type(),
                column.typmod() < 0 ? shown.typmod() : column.typmod(),
                column.levels(),
                column.fields(),
                column.tableOid(),
                column.attributeNumber()));
      }
    }
    return new ResultShape(columns);
  }

  private static ResultColumn shown(EngineColumn column) {
    DuckDbTypes.Shown shown = DuckDbTypes.shownAs(column.type());
    PgType type = shown.type();
    if (type == null) {
      // An enum without a name of PostgreSQL's, or what is not known yet.
      type = column.type().endsWith("]") ? PgTypes.arrayOf(PgTypes.TEXT) : PgTypes.TEXT;
    }
    return new ResultColumn(column.name(), type, shown.typmod(), 0, 0);
  }
}
