package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.Typed;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Refuses to sort or group by types without operators for it.
 *
 * <p>Source: {@code src/backend/parser/parse_oper.c} (get_sort_group_operators).
 */
final class SortableTypes {
  private static final Set<PgType> WITHOUT =
      Set.of(
          PgTypes.JSON,
          PgTypes.JSONPATH,
          PgTypes.XML,
          PgTypes.byName("point"),
          PgTypes.byName("line"),
          PgTypes.byName("lseg"),
          PgTypes.byName("box"),
          PgTypes.byName("path"),
          PgTypes.byName("polygon"),
          PgTypes.byName("circle"));

  private SortableTypes() {}

  static void requireEquality(SqlNode expression) {
    requireEquality(Typed.typeOf(expression), Locations.leftmost(expression));
  }

  static void requireEquality(PgType type, int at) {
    if (type != null && WITHOUT.contains(element(type))) {
      throw Analysis.at(
          new PgException(
              SqlState.UNDEFINED_FUNCTION,
              "could not identify an equality operator for type " + TypeNames.format(type)),
          at);
    }
  }

  static void requireOrder(SqlNode expression, SqlNode at) {
    PgType type = Typed.typeOf(expression);
    if (type != null && WITHOUT.contains(element(type))) {
      throw Analysis.at(
          new PgException(
                  SqlState.UNDEFINED_FUNCTION,
                  "could not identify an ordering operator for type " + TypeNames.format(type))
              .withHint("Use an explicit ordering operator or modify the query."),
          Locations.leftmost(at));
    }
  }

  private static PgType element(PgType type) {
    PgType element = type.isArray() ? PgTypes.elementOf(type) : null;
    return element == null ? type : element;
  }
}
