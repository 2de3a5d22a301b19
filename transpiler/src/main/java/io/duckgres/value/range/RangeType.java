package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.InputErrors;
import io.duckgres.value.ValueForm;

/**
 * A range type.
 *
 * <p>Source: {@code src/backend/utils/adt/rangetypes.c}.
 *
 * @param element what it is over
 * @param settingsMatter whether the settings decide how its values are written
 * @param <T> class of the element's values
 */
record RangeType<T>(RangeElement<T> element, boolean settingsMatter) implements ValueForm {
  private static final int EMPTY = 0x01;
  private static final int LOWER_INCLUSIVE = 0x02;
  private static final int UPPER_INCLUSIVE = 0x04;
  private static final int LOWER_INFINITE = 0x08;
  private static final int UPPER_INFINITE = 0x10;

  Range<T> parse(String text, InputSettings settings) {
    RangeText parsed = RangeText.parse(text);
    if (parsed.empty) {
      return Range.empty();
    }
    T lower = parsed.lower == null ? null : element.read(parsed.lower, settings);
    T upper = parsed.upper == null ? null : element.read(parsed.upper, settings);
    return make(lower, parsed.lowerInclusive, upper, parsed.upperInclusive);
  }

  /** A range of the stored text. */
  Range<T> parse(String stored) {
    return parse(stored, InputSettings.DEFAULT);
  }

  Range<T> make(T lower, boolean lowerInclusive, T upper, boolean upperInclusive) {
    return make(
        new Bound<>(lower, lowerInclusive && lower != null, true),
        new Bound<>(upper, upperInclusive && upper != null, false));
  }

  /**
   * The range between two bounds in its canonical form.
   *
   * @throws PgException 22000 when they are in the wrong order
   */
  Range<T> make(Bound<T> lower, Bound<T> upper) {
    Range<T> range = ordered(lower, upper);
    if (range.isEmpty() || !element.isDiscrete()) {
      return range;
    }
    Bound<T> from = lower;
    if (!from.isInfinite() && !from.inclusive()) {
      T next = element.next(from.value());
      from = next.equals(from.value()) ? from : new Bound<>(next, true, true);
    }
    Bound<T> to = upper;
    if (!to.isInfinite() && to.inclusive()) {
      T next = element.next(to.value());
      to = next.equals(to.value()) ? to : new Bound<>(next, false, false);
    }
    return ordered(from, to);
  }

  private Range<T> ordered(Bound<T> lower, Bound<T> upper) {
    if (!lower.isInfinite() && !upper.isInfinite()) {
      int order = element.compare(lower.value(), upper.value());
      if (order > 0) {
        throw new PgException(
            SqlState.DATA_EXCEPTION,
            "range lower bound must be less than or equal to range upper bound");
      }
      if (order == 0 && !(lower.inclusive() && upper.inclusive())) {
        return Range.empty();
      }
    }
    return new Range<>(lower, upper);
  }

  /** Compares bounds of either kind (range_cmp_bounds). */
  int compare(Bound<T> left, Bound<T> right) {
    if (left.isInfinite() || right.isInfinite()) {
      return Integer.compare(side(left), side(right));
    }
    int order = element.compare(left.value(), right.value());
    if (order != 0) {
      return order;
    }
    return Integer.compare(nudge(left), nudge(right));
  }

  private static int side(Bound<?> bound) {
    return bound.isInfinite() ? bound.lower() ? -1 : 1 : 0;
  }

  /** Where an exclusive bound lies beside its value. */
  private static int nudge(Bound<?> bound) {
    return bound.inclusive() ? 0 : bound.lower() ? 1 : -1;
  }

  int compare(Range<T> left, Range<T> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(right.isEmpty(), left.isEmpty());
    }
    int order = compare(left.lower(), right.lower());
    return order != 0 ? order : compare(left.upper(), right.upper());
  }

  String text(Range<T> range, InputSettings settings) {
    if (range.isEmpty()) {
      return "empty";
    }
    StringBuilder out = new StringBuilder();
    out.append(range.lower().inclusive() ? '[' : '(');
    if (!range.lower().isInfinite()) {
      RangeText.write(element.write(range.lower().value(), settings), out);
    }
    out.append(',');
    if (!range.upper().isInfinite()) {
      RangeText.write(element.write(range.upper().value(), settings), out);
    }
    return out.append(range.upper().inclusive() ? ']' : ')').toString();
  }

  String text(Range<T> range) {
    return text(range, InputSettings.DEFAULT);
  }

  @Override
  public String read(String text, InputSettings settings) {
    return text(parse(text, settings));
  }

  @Override
  public String write(String stored, InputSettings settings) {
    return settingsMatter ? text(parse(stored), settings) : stored;
  }

  @Override
  public boolean readsSettings() {
    return settingsMatter;
  }

  @Override
  public boolean isShownAsStored() {
    return !settingsMatter;
  }

  @Override
  public byte[] send(String stored) {
    return send(parse(stored));
  }

  byte[] send(Range<T> range) {
    BinaryWriter out = new BinaryWriter();
    if (range.isEmpty()) {
      return out.writeByte(EMPTY).toBytes();
    }
    out.writeByte(
        (range.lower().inclusive() ? LOWER_INCLUSIVE : 0)
            | (range.upper().inclusive() ? UPPER_INCLUSIVE : 0)
            | (range.lower().isInfinite() ? LOWER_INFINITE : 0)
            | (range.upper().isInfinite() ? UPPER_INFINITE : 0));
    if (!range.lower().isInfinite()) {
      out.writeSized(element.send(range.lower().value()));
    }
    if (!range.upper().isInfinite()) {
      out.writeSized(element.send(range.upper().value()));
    }
    return out.toBytes();
  }

  @Override
  public String receive(BinaryReader in) {
    Range<T> range = receiveRange(in);
    in.requireMessageEnd();
    return text(range);
  }

  Range<T> receiveRange(BinaryReader in) {
    int flags = in.readByte();
    boolean empty = (flags & EMPTY) != 0;
    T lower = empty || (flags & LOWER_INFINITE) != 0 ? null : receiveBound(in);
    T upper = empty || (flags & UPPER_INFINITE) != 0 ? null : receiveBound(in);
    return empty
        ? Range.empty()
        : make(lower, (flags & LOWER_INCLUSIVE) != 0, upper, (flags & UPPER_INCLUSIVE) != 0);
  }

  private T receiveBound(BinaryReader in) {
    BinaryReader bound = in.slice(in.readInt());
    T value = element.receive(bound);
    if (bound.remaining() > 0) {
      throw InputErrors.invalidBinary("improper binary format");
    }
    return value;
  }

  @Override
  public boolean hasUniqueText() {
    return !(element instanceof NumericElement);
  }

  @Override
  public boolean hasKey() {
    return true;
  }

  @Override
  public String key(String stored) {
    return key(parse(stored));
  }

  String key(Range<T> range) {
    if (range.isEmpty()) {
      return "0";
    }
    String lower =
        range.lower().isInfinite()
            ? "0"
            : "1" + element.key(range.lower().value()) + (range.lower().inclusive() ? "0" : "1");
    String upper =
        range.upper().isInfinite()
            ? "2"
            : "1" + element.key(range.upper().value()) + (range.upper().inclusive() ? "1" : "0");
    return "1" + lower + upper;
  }
}
