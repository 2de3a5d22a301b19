package io.duckgres.value.range;

import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.ValueForm;
import java.util.ArrayList;
import java.util.List;

/**
 * A multirange type. Its values are lists of ranges, none of which is empty, in order, neither
 * overlapping nor touching each other.
 *
 * <p>Source: {@code src/backend/utils/adt/multirangetypes.c}.
 *
 * @param range the type of its ranges
 * @param <T> class of the element's values
 */
record MultirangeType<T>(RangeType<T> range) implements ValueForm {
  List<Range<T>> parse(String text, InputSettings settings) {
    List<Range<T>> ranges = new ArrayList<>();
    for (String part : MultirangeText.parse(text)) {
      ranges.add(range.parse(part, settings));
    }
    return normal(ranges);
  }

  /** The ranges of the stored text. */
  List<Range<T>> parse(String stored) {
    return parse(stored, InputSettings.DEFAULT);
  }

  /** Ranges in order, those that overlap or touch made one. */
  List<Range<T>> normal(List<Range<T>> ranges) {
    List<Range<T>> sorted = new ArrayList<>(ranges);
    sorted.removeIf(Range::isEmpty);
    sorted.sort(range::compare);
    RangeSets<T> sets = new RangeSets<>(range);
    List<Range<T>> result = new ArrayList<>();
    for (Range<T> next : sorted) {
      Range<T> last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && (sets.overlaps(last, next) || sets.isAdjacent(last, next))) {
        result.set(result.size() - 1, sets.hull(last, next));
      } else {
        result.add(next);
      }
    }
    return result;
  }

  String text(List<Range<T>> ranges, InputSettings settings) {
    StringBuilder out = new StringBuilder("{");
    for (Range<T> part : ranges) {
      out.append(out.length() > 1 ? "," : "").append(range.text(part, settings));
    }
    return out.append('}').toString();
  }

  String text(List<Range<T>> ranges) {
    return text(ranges, InputSettings.DEFAULT);
  }

  @Override
  public String read(String text, InputSettings settings) {
    return text(parse(text, settings));
  }

  @Override
  public String write(String stored, InputSettings settings) {
    return range.settingsMatter() ? text(parse(stored), settings) : stored;
  }

  @Override
  public boolean readsSettings() {
    return range.readsSettings();
  }

  @Override
  public boolean isShownAsStored() {
    return range.isShownAsStored();
  }

  @Override
  public byte[] send(String stored) {
    List<Range<T>> ranges = parse(stored);
    BinaryWriter out = new BinaryWriter().writeInt(ranges.size());
    ranges.forEach(part -> out.writeSized(range.send(part)));
    return out.toBytes();
  }

  @Override
  public String receive(BinaryReader in) {
    int count = in.readInt();
    List<Range<T>> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranges.add(range.receiveRange(in.slice(in.readInt())));
    }
    in.requireMessageEnd();
    return text(normal(ranges));
  }

  @Override
  public boolean hasUniqueText() {
    return range.hasUniqueText();
  }

  @Override
  public boolean hasKey() {
    return true;
  }

  @Override
  public String key(String stored) {
    StringBuilder key = new StringBuilder();
    parse(stored).forEach(part -> key.append(range.key(part)));
    return key.toString();
  }
}
