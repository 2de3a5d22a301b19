package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;

/**
 * Ranges as sets.
 *
 * <p>Source: {@code src/backend/utils/adt/rangetypes.c}.
 *
 * @param type of the ranges
 * @param <T> class of the element's values
 */
record RangeSets<T>(RangeType<T> type) {
  boolean contains(Range<T> range, T value) {
    if (range.isEmpty()) {
      return false;
    }
    Bound<T> from = new Bound<>(value, true, true);
    Bound<T> to = new Bound<>(value, true, false);
    return type.compare(range.lower(), from) <= 0 && type.compare(range.upper(), to) >= 0;
  }

  boolean contains(Range<T> outer, Range<T> inner) {
    if (inner.isEmpty() || outer.isEmpty()) {
      return inner.isEmpty();
    }
    return type.compare(outer.lower(), inner.lower()) <= 0
        && type.compare(outer.upper(), inner.upper()) >= 0;
  }

  boolean overlaps(Range<T> left, Range<T> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    return type.compare(left.lower(), right.upper()) <= 0
        && type.compare(right.lower(), left.upper()) <= 0;
  }

  boolean isBefore(Range<T> left, Range<T> right) {
    return !left.isEmpty() && !right.isEmpty() && type.compare(left.upper(), right.lower()) < 0;
  }

  /** Whether left does not extend to the right of right. */
  boolean overLeft(Range<T> left, Range<T> right) {
    return !left.isEmpty() && !right.isEmpty() && type.compare(left.upper(), right.upper()) <= 0;
  }

  /** Whether left does not extend to the left of right. */
  boolean overRight(Range<T> left, Range<T> right) {
    return !left.isEmpty() && !right.isEmpty() && type.compare(left.lower(), right.lower()) >= 0;
  }

  boolean isAdjacent(Range<T> left, Range<T> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    return touch(left.upper(), right.lower()) || touch(right.upper(), left.lower());
  }

  /** Whether nothing lies between an upper and a lower bound, and they share nothing. */
  private boolean touch(Bound<T> upper, Bound<T> lower) {
    if (upper.isInfinite() || lower.isInfinite()) {
      return false;
    }
    int order = type.element().compare(upper.value(), lower.value());
    if (order == 0) {
      return upper.inclusive() != lower.inclusive();
    }
    if (order > 0 || !type.element().isDiscrete()) {
      return false;
    }
    return type.make(upper.inverted(), lower.inverted()).isEmpty();
  }

  Range<T> intersection(Range<T> left, Range<T> right) {
    if (!overlaps(left, right)) {
      return Range.empty();
    }
    Bound<T> lower = type.compare(left.lower(), right.lower()) >= 0 ? left.lower() : right.lower();
    Bound<T> upper = type.compare(left.upper(), right.upper()) <= 0 ? left.upper() : right.upper();
    return type.make(lower, upper);
  }

  /** The smallest range that holds both. */
  Range<T> hull(Range<T> left, Range<T> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    Bound<T> lower = type.compare(left.lower(), right.lower()) < 0 ? left.lower() : right.lower();
    Bound<T> upper = type.compare(left.upper(), right.upper()) > 0 ? left.upper() : right.upper();
    return new Range<>(lower, upper);
  }

  Range<T> union(Range<T> left, Range<T> right) {
    if (!left.isEmpty() && !right.isEmpty() && !overlaps(left, right) && !isAdjacent(left, right)) {
      throw new PgException(
          SqlState.DATA_EXCEPTION, "result of range union would not be contiguous");
    }
    return hull(left, right);
  }

  /** What of the left range does not belong to the right one: up to two ranges. */
  List<Range<T>> differences(Range<T> left, Range<T> right) {
    if (left.isEmpty()) {
      return List.of();
    }
    if (!overlaps(left, right)) {
      return List.of(left);
    }
    Range<T> before = Range.empty();
    if (type.compare(left.lower(), right.lower()) < 0) {
      before = type.make(left.lower(), right.lower().inverted());
    }
    Range<T> after = Range.empty();
    if (type.compare(left.upper(), right.upper()) > 0) {
      after = type.make(right.upper().inverted(), left.upper());
    }
    return java.util.stream.Stream.of(before, after).filter(part -> !part.isEmpty()).toList();
  }
}
