package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * The operators of ranges and multiranges, in any mixture. Values are stored texts, each with the
 * name of its type.
 *
 * <p>Source: {@code src/backend/utils/adt/rangetypes.c}, {@code multirangetypes.c}.
 */
public final class RangeOperators {
  private RangeOperators() {}

  /** A test of two values. */
  @FunctionalInterface
  private interface Test {
    <T> boolean of(RangeValue<T> left, List<Range<T>> right);
  }

  private static boolean test(
      String left, String leftType, String right, String rightType, Test test) {
    return apply(RangeValue.of(left, leftType), RangeValue.of(right, rightType), test);
  }

  private static <T> boolean apply(RangeValue<T> left, RangeValue<?> right, Test test) {
    return test.of(left, left.rangesOf(right));
  }

  /** {@code @>} with an element. */
  public static boolean containsElement(String stored, String type, String element) {
    return contains(RangeValue.of(stored, type), element);
  }

  private static <T> boolean contains(RangeValue<T> value, String element) {
    T wanted = value.element(element);
    return value.ranges().stream().anyMatch(range -> value.sets().contains(range, wanted));
  }

  /** {@code @>}. */
  public static boolean contains(String left, String leftType, String right, String rightType) {
    return test(left, leftType, right, rightType, RangeOperators::containsAll);
  }

  private static <T> boolean containsAll(RangeValue<T> left, List<Range<T>> right) {
    return right.stream()
        .allMatch(
            part -> left.ranges().stream().anyMatch(range -> left.sets().contains(range, part)));
  }

  /** {@code &&}. */
  public static boolean overlaps(String left, String leftType, String right, String rightType) {
    return test(left, leftType, right, rightType, RangeOperators::overlapsAny);
  }

  private static <T> boolean overlapsAny(RangeValue<T> left, List<Range<T>> right) {
    return right.stream()
        .anyMatch(
            part -> left.ranges().stream().anyMatch(range -> left.sets().overlaps(range, part)));
  }

  /** {@code <<}. */
  public static boolean isBefore(String left, String leftType, String right, String rightType) {
    return test(left, leftType, right, rightType, RangeOperators::before);
  }

  private static <T> boolean before(RangeValue<T> left, List<Range<T>> right) {
    return left.sets().isBefore(left.hull(), RangeValue.hull(right));
  }

  /** {@code &<}. */
  public static boolean overLeft(String left, String leftType, String right, String rightType) {
    return test(left, leftType, right, rightType, RangeOperators::notRightOf);
  }

  private static <T> boolean notRightOf(RangeValue<T> left, List<Range<T>> right) {
    return left.sets().overLeft(left.hull(), RangeValue.hull(right));
  }

  /** {@code &>}. */
  public static boolean overRight(String left, String leftType, String right, String rightType) {
    return test(left, leftType, right, rightType, RangeOperators::notLeftOf);
  }

  private static <T> boolean notLeftOf(RangeValue<T> left, List<Range<T>> right) {
    return left.sets().overRight(left.hull(), RangeValue.hull(right));
  }

  /** {@code -|-}. */
  public static boolean isAdjacent(String left, String leftType, String right, String rightType) {
    return test(left, leftType, right, rightType, RangeOperators::adjacent);
  }

  private static <T> boolean adjacent(RangeValue<T> left, List<Range<T>> right) {
    return left.sets().isAdjacent(left.hull(), RangeValue.hull(right));
  }

  /** {@code +}. */
  public static String union(String left, String leftType, String right, String rightType) {
    return union(RangeValue.of(left, leftType), RangeValue.of(right, rightType));
  }

  private static <T> String union(RangeValue<T> left, RangeValue<?> right) {
    List<Range<T>> all = new ArrayList<>(left.ranges());
    all.addAll(left.rangesOf(right));
    if (!left.multi() && all.size() == 2) {
      return left.text(List.of(left.sets().union(all.get(0), all.get(1))));
    }
    return left.text(all);
  }

  /** {@code *}. */
  public static String intersection(String left, String leftType, String right, String rightType) {
    return intersection(RangeValue.of(left, leftType), RangeValue.of(right, rightType));
  }

  private static <T> String intersection(RangeValue<T> left, RangeValue<?> right) {
    return left.text(left.intersection(left.rangesOf(right)));
  }

  /**
   * {@code -}.
   *
   * @throws PgException 22000 when a range would fall apart
   */
  public static String difference(String left, String leftType, String right, String rightType) {
    return difference(RangeValue.of(left, leftType), RangeValue.of(right, rightType));
  }

  private static <T> String difference(RangeValue<T> left, RangeValue<?> right) {
    List<Range<T>> rest = left.minus(left.rangesOf(right));
    if (!left.multi() && rest.size() > 1) {
      throw new PgException(
          SqlState.DATA_EXCEPTION, "result of range difference would not be contiguous");
    }
    return left.text(rest);
  }
}
