package io.duckgres.value.range;

import io.duckgres.pgtype.datetime.InputSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A range or a multirange as the ranges that it consists of: none when empty, else in order,
 * neither overlapping nor touching each other.
 *
 * @param type of the ranges
 * @param multi whether it is a multirange
 * @param ranges none of them empty
 * @param <T> class of the element's values
 */
record RangeValue<T>(RangeType<T> type, boolean multi, List<Range<T>> ranges) {

  /**
   * The value of a stored text.
   *
   * @param typeName for instance {@code int4range} or {@code int4multirange}
   */
  static RangeValue<?> of(String stored, String typeName) {
    MultirangeType<?> multirange = RangeTypes.multirange(typeName);
    return multirange == null
        ? single(RangeTypes.range(typeName), stored)
        : several(multirange, stored);
  }

  private static <T> RangeValue<T> single(RangeType<T> type, String stored) {
    Range<T> range = type.parse(stored);
    return new RangeValue<>(type, false, range.isEmpty() ? List.of() : List.of(range));
  }

  private static <T> RangeValue<T> several(MultirangeType<T> type, String stored) {
    return new RangeValue<>(type.range(), true, type.parse(stored));
  }

  /** The ranges of another value over the same element, which the analysis has made sure of. */
  @SuppressWarnings("unchecked")
  List<Range<T>> rangesOf(RangeValue<?> other) {
    return (List<Range<T>>) (List<?>) other.ranges;
  }

  /** An element's value of its text. */
  T element(String text) {
    return type.element().read(text, InputSettings.DEFAULT);
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** From the first range's lower bound to the last one's upper bound. */
  Range<T> hull() {
    return hull(ranges);
  }

  static <T> Range<T> hull(List<Range<T>> ranges) {
    return ranges.isEmpty()
        ? Range.empty()
        : new Range<>(ranges.get(0).lower(), ranges.get(ranges.size() - 1).upper());
  }

  RangeSets<T> sets() {
    return new RangeSets<>(type);
  }

  /** The stored text of a result of the same type. */
  String text(List<Range<T>> result) {
    if (multi) {
      MultirangeType<T> multirange = new MultirangeType<>(type);
      return multirange.text(multirange.normal(result));
    }
    return type.text(result.isEmpty() ? Range.empty() : result.get(0));
  }

  /** What of these ranges does not belong to the others. */
  List<Range<T>> minus(List<Range<T>> others) {
    List<Range<T>> rest = ranges;
    for (Range<T> other : others) {
      List<Range<T>> next = new ArrayList<>();
      for (Range<T> range : rest) {
        next.addAll(sets().differences(range, other));
      }
      rest = next;
    }
    return rest;
  }

  /** What these ranges share with the others. */
  List<Range<T>> intersection(List<Range<T>> others) {
    List<Range<T>> shared = new ArrayList<>();
    for (Range<T> left : ranges) {
      for (Range<T> right : others) {
        Range<T> part = sets().intersection(left, right);
        if (!part.isEmpty()) {
          shared.add(part);
        }
      }
    }
    return shared;
  }
}
