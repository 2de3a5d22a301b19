package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.WindowFrame;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;

/**
 * Offsets of window frames: without variables, and of types that can be added to the column that
 * the window is sorted by.
 *
 * <p>Source: {@code src/backend/parser/parse_clause.c} (transformFrameOffset).
 */
final class FrameOffsets {
  private static final List<PgType> INTEGERS = List.of(PgTypes.INT2, PgTypes.INT4, PgTypes.INT8);
  private static final List<PgType> INTERVAL = List.of(PgTypes.INTERVAL);

  /** The offsets that in_range functions take, by the type of the column. */
  private static final Map<PgType, List<PgType>> OFFSETS =
      Map.ofEntries(
          Map.entry(PgTypes.INT2, INTEGERS),
          Map.entry(PgTypes.INT4, INTEGERS),
          Map.entry(PgTypes.INT8, List.of(PgTypes.INT8)),
          Map.entry(PgTypes.FLOAT4, List.of(PgTypes.FLOAT8)),
          Map.entry(PgTypes.FLOAT8, List.of(PgTypes.FLOAT8)),
          Map.entry(PgTypes.NUMERIC, List.of(PgTypes.NUMERIC)),
          Map.entry(PgTypes.DATE, INTERVAL),
          Map.entry(PgTypes.TIMESTAMP, INTERVAL),
          Map.entry(PgTypes.TIMESTAMPTZ, INTERVAL),
          Map.entry(PgTypes.TIME, INTERVAL),
          Map.entry(PgTypes.TIMETZ, INTERVAL),
          Map.entry(PgTypes.INTERVAL, INTERVAL));

  private FrameOffsets() {}

  /** Checks an offset before an unknown literal gets the column's type; null for none. */
  static void check(
      Analysis analysis, WindowSpec window, List<SqlNode> orderBy, SqlNode offset, Place place) {
    WindowFrame.Mode mode = window.frame().mode();
    requireNoVariable(offset, mode, place);
    if (mode == WindowFrame.Mode.RANGE && orderBy.size() == 1) {
      range(analysis, Typed.typeOf(((SortItem) orderBy.get(0)).expression()), offset);
    }
  }

  /** The engine takes NULL for no bound. */
  static void requireValue(SqlNode offset, String which) {
    if (offset instanceof PgLiteral literal && literal.isNullValue()) {
      throw new PgException(
          SqlState.NULL_VALUE_NOT_ALLOWED, "frame " + which + " offset must not be null");
    }
  }

  private static void requireNoVariable(SqlNode node, WindowFrame.Mode mode, Place place) {
    if (node instanceof ColumnRef column
        && column.qualifier() != null
        && place.scope().items().stream()
            .anyMatch(item -> column.qualifier().equals(item.engineAlias()))) {
      throw Analysis.error(
          SqlState.INVALID_COLUMN_REFERENCE,
          "argument of " + mode + " must not contain variables",
          column);
    }
    if (node instanceof PgNode parent && !(node instanceof QueryNode)) {
      parent.getOperandList().forEach(child -> requireNoVariable(child, mode, place));
    }
  }

  private static void range(Analysis analysis, PgType column, SqlNode offset) {
    if (column == null || column.equals(PgTypes.UNKNOWN)) {
      return;
    }
    List<PgType> offsets = OFFSETS.get(column);
    String what =
        "RANGE with offset PRECEDING/FOLLOWING is not supported for column type "
            + TypeNames.format(column);
    if (offsets == null) {
      throw Analysis.error(SqlState.FEATURE_NOT_SUPPORTED, what, offset);
    }
    PgType type = Typed.typeOf(offset);
    if (type == null
        || type.equals(PgTypes.UNKNOWN)
        || offsets.stream()
            .anyMatch(each -> analysis.coercions.canCoerce(type, each, PgCast.Context.IMPLICIT))) {
      return;
    }
    throw Analysis.at(
        new PgException(
                SqlState.FEATURE_NOT_SUPPORTED, what + " and offset type " + TypeNames.format(type))
            .withHint("Cast the offset value to an appropriate type."),
        Locations.leftmost(offset));
  }
}
