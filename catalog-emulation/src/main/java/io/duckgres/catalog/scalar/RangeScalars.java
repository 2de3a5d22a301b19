package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.BOOL;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.range.RangeFunctions;
import io.duckgres.value.range.RangeOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Functions over ranges and multiranges, each with the name of its type. */
final class RangeScalars {
  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.withNulls(
              "pg_range_make",
              TEXT,
              a -> RangeFunctions.make(text(a, 0), text(a, 1), text(a, 2), text(a, 3)),
              TEXT,
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.of(
              "pg_multirange_make",
              TEXT,
              TEXT,
              TEXT,
              (type, list) -> RangeFunctions.makeMultirange(type, members(list))),
          ScalarFunction.of(
              "pg_range_agg",
              TEXT,
              TEXT,
              TEXT,
              (type, list) -> {
                List<String> present = present(list);
                return present.isEmpty() ? null : RangeFunctions.makeMultirange(type, present);
              }),
          ScalarFunction.of(
              "pg_range_intersect_agg",
              TEXT,
              TEXT,
              TEXT,
              (type, list) -> RangeFunctions.intersectAll(present(list), type)),
          ScalarFunction.of(
              "pg_multirange_ranges",
              TEXT,
              TEXT,
              TEXT,
              (value, type) ->
                  RangeFunctions.ranges(value, type).stream()
                      .map(Jsonb::quote)
                      .collect(Collectors.joining(",", "[", "]"))),
          ScalarFunction.of("pg_range_lower", TEXT, TEXT, TEXT, RangeFunctions::lower),
          ScalarFunction.of("pg_range_upper", TEXT, TEXT, TEXT, RangeFunctions::upper),
          ScalarFunction.of("pg_range_isempty", TEXT, TEXT, BOOL, RangeFunctions::isEmpty),
          ScalarFunction.of(
              "pg_range_lower_inc", TEXT, TEXT, BOOL, RangeFunctions::isLowerInclusive),
          ScalarFunction.of(
              "pg_range_upper_inc", TEXT, TEXT, BOOL, RangeFunctions::isUpperInclusive),
          ScalarFunction.of(
              "pg_range_lower_inf", TEXT, TEXT, BOOL, RangeFunctions::isLowerInfinite),
          ScalarFunction.of(
              "pg_range_upper_inf", TEXT, TEXT, BOOL, RangeFunctions::isUpperInfinite),
          ScalarFunction.of("pg_range_hull", TEXT, TEXT, TEXT, RangeFunctions::hull),
          ScalarFunction.strict(
              "pg_range_merge",
              TEXT,
              a -> RangeFunctions.merge(text(a, 0), text(a, 1), text(a, 2)),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_range_contains_elem",
              BOOL,
              a -> RangeOperators.containsElement(text(a, 0), text(a, 1), text(a, 2)),
              TEXT,
              TEXT,
              TEXT),
          operator("pg_range_contains", BOOL, RangeOperators::contains),
          operator("pg_range_overlaps", BOOL, RangeOperators::overlaps),
          operator("pg_range_before", BOOL, RangeOperators::isBefore),
          operator("pg_range_overleft", BOOL, RangeOperators::overLeft),
          operator("pg_range_overright", BOOL, RangeOperators::overRight),
          operator("pg_range_adjacent", BOOL, RangeOperators::isAdjacent),
          operator("pg_range_union", TEXT, RangeOperators::union),
          operator("pg_range_intersect", TEXT, RangeOperators::intersection),
          operator("pg_range_minus", TEXT, RangeOperators::difference));

  private RangeScalars() {}

  /** An operator over two values, each followed by its type. */
  @FunctionalInterface
  private interface Operator<R> {
    R of(String left, String leftType, String right, String rightType);
  }

  private static <R> ScalarFunction operator(String name, Class<R> result, Operator<R> body) {
    return ScalarFunction.strict(
        name,
        result,
        a -> body.of(text(a, 0), text(a, 1), text(a, 2), text(a, 3)),
        TEXT,
        TEXT,
        TEXT,
        TEXT);
  }

  private static String text(Object[] arguments, int index) {
    return (String) arguments[index];
  }

  /** The strings of a JSON array, or of one within it. */
  private static List<String> members(String json) {
    List<String> members = new ArrayList<>();
    collect(json, JsonReader.json(json), members);
    if (members.contains(null)) {
      throw new PgException(
          SqlState.NULL_VALUE_NOT_ALLOWED, "multirange values cannot contain null members");
    }
    return members;
  }

  private static List<String> present(String json) {
    List<String> members = new ArrayList<>();
    collect(json, JsonReader.json(json), members);
    members.removeIf(member -> member == null);
    return members;
  }

  private static void collect(String json, JsonValue value, List<String> members) {
    if (value.isArray()) {
      value.elements().forEach(element -> collect(json, element, members));
    } else {
      members.add(JsonAccess.text(json, value));
    }
  }
}
