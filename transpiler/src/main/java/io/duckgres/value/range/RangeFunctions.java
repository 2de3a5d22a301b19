package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Functions that make ranges and multiranges or take them apart. Values are stored texts, each with
 * the name of its type; elements are texts.
 *
 * <p>Source: {@code src/backend/utils/adt/rangetypes.c}, {@code multirangetypes.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-range.html">Range Functions</a>
 */
public final class RangeFunctions {
  private static final Set<String> FLAGS = Set.of("[]", "[)", "(]", "()");

  private RangeFunctions() {}

  /**
   * A range.
   *
   * @param lower null for none
   * @param upper null for none
   * @param flags how it includes its bounds, for instance {@code [)}
   * @throws PgException 22000, 42601
   */
  public static String make(String type, String lower, String upper, String flags) {
    if (flags == null) {
      throw new PgException(
          SqlState.DATA_EXCEPTION, "range constructor flags argument must not be null");
    }
    if (!FLAGS.contains(flags)) {
      throw new PgException(SqlState.SYNTAX_ERROR, "invalid range bound flags")
          .withHint("Valid values are \"[]\", \"[)\", \"(]\", and \"()\".");
    }
    return make(RangeTypes.range(type), lower, upper, flags);
  }

  private static <T> String make(RangeType<T> type, String lower, String upper, String flags) {
    RangeElement<T> element = type.element();
    return type.text(
        type.make(
            lower == null ? null : element.read(lower, InputSettings.DEFAULT),
            flags.charAt(0) == '[',
            upper == null ? null : element.read(upper, InputSettings.DEFAULT),
            flags.charAt(1) == ']'));
  }

  /**
   * A multirange of ranges and multiranges.
   *
   * @param type the multirange's
   */
  public static String makeMultirange(String type, List<String> parts) {
    return combine(RangeTypes.multirange(type), parts);
  }

  private static <T> String combine(MultirangeType<T> type, List<String> parts) {
    List<Range<T>> ranges = new ArrayList<>();
    for (String part : parts) {
      if (part.startsWith("{")) {
        ranges.addAll(type.parse(part));
      } else {
        ranges.add(type.range().parse(part));
      }
    }
    return type.text(type.normal(ranges));
  }

  /** The ranges of a multirange. */
  public static List<String> ranges(String stored, String type) {
    return texts(RangeValue.of(stored, type));
  }

  private static <T> List<String> texts(RangeValue<T> value) {
    return value.ranges().stream().map(value.type()::text).toList();
  }

  /** The lower bound in the engine's words, null when there is none. */
  public static String lower(String stored, String type) {
    RangeValue<?> value = RangeValue.of(stored, type);
    return value.isEmpty() ? null : bound(value, true);
  }

  /** The upper bound in the engine's words, null when there is none. */
  public static String upper(String stored, String type) {
    RangeValue<?> value = RangeValue.of(stored, type);
    return value.isEmpty() ? null : bound(value, false);
  }

  private static <T> String bound(RangeValue<T> value, boolean lower) {
    Bound<T> bound = lower ? value.hull().lower() : value.hull().upper();
    return bound.isInfinite() ? null : value.type().element().engineText(bound.value());
  }

  public static boolean isEmpty(String stored, String type) {
    return RangeValue.of(stored, type).isEmpty();
  }

  public static boolean isLowerInclusive(String stored, String type) {
    RangeValue<?> value = RangeValue.of(stored, type);
    return !value.isEmpty() && value.hull().lower().inclusive();
  }

  public static boolean isUpperInclusive(String stored, String type) {
    RangeValue<?> value = RangeValue.of(stored, type);
    return !value.isEmpty() && value.hull().upper().inclusive();
  }

  public static boolean isLowerInfinite(String stored, String type) {
    RangeValue<?> value = RangeValue.of(stored, type);
    return !value.isEmpty() && value.hull().lower().isInfinite();
  }

  public static boolean isUpperInfinite(String stored, String type) {
    RangeValue<?> value = RangeValue.of(stored, type);
    return !value.isEmpty() && value.hull().upper().isInfinite();
  }

  /** The smallest range that holds a multirange. */
  public static String hull(String stored, String type) {
    return hull(RangeValue.of(stored, type));
  }

  private static <T> String hull(RangeValue<T> value) {
    return value.type().text(value.hull());
  }

  /** The smallest range that holds two ranges. */
  public static String merge(String left, String type, String right) {
    return merge(RangeTypes.range(type), left, right);
  }

  private static <T> String merge(RangeType<T> type, String left, String right) {
    return type.text(new RangeSets<>(type).hull(type.parse(left), type.parse(right)));
  }

  /** What all of these have in common; null when there are none. */
  public static String intersectAll(List<String> values, String type) {
    String result = null;
    for (String value : values) {
      result = result == null ? value : RangeOperators.intersection(result, type, value, type);
    }
    return result;
  }
}
