package io.duckgres.catalog.scalar.regex;

import io.duckgres.catalog.scalar.regex.RegexNode.Back;
import io.duckgres.catalog.scalar.regex.RegexNode.CharacterSet;
import io.duckgres.catalog.scalar.regex.RegexNode.Either;
import io.duckgres.catalog.scalar.regex.RegexNode.Empty;
import io.duckgres.catalog.scalar.regex.RegexNode.Group;
import io.duckgres.catalog.scalar.regex.RegexNode.Look;
import io.duckgres.catalog.scalar.regex.RegexNode.Place;
import io.duckgres.catalog.scalar.regex.RegexNode.Repeat;
import io.duckgres.catalog.scalar.regex.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a match that begins at a known place ends, and what its groups hold: for each part of the
 * expression all places where it can end are computed, then the whole is taken apart from the left.
 *
 * <p>Source: {@code src/backend/regex/regexec.c} (dissect).
 */
final class RegexDissection {
  private final String text;
  private final int[] bounds;
  private final Map<RegexNode, Map<Integer, BitSet>> known = new IdentityHashMap<>();

  private RegexDissection(String text, int groups) {
    this.text = text;
    this.bounds = new int[2 * groups + 2];
    java.util.Arrays.fill(bounds, -1);
  }

  /** The match, null when the expression does not match there after all. */
  static RegexMatch at(RegexNode node, String text, int start, int groups) {
    RegexDissection dissection = new RegexDissection(text, groups);
    BitSet ends = dissection.ends(node, start);
    if (ends.isEmpty()) {
      return null;
    }
    int end = node.preference() < 0 ? ends.nextSetBit(0) : ends.length() - 1;
    dissection.bounds[0] = start;
    dissection.bounds[1] = end;
    dissection.dissect(node, start, end);
    return new RegexMatch(dissection.bounds);
  }

  private BitSet ends(RegexNode node, int from) {
    Map<Integer, BitSet> places = known.computeIfAbsent(node, ignored -> new HashMap<>());
    BitSet ends = places.get(from);
    if (ends == null) {
      ends = compute(node, from);
      places.put(from, ends);
    }
    return ends;
  }

  private BitSet compute(RegexNode node, int from) {
    BitSet ends = new BitSet();
    if (node instanceof CharacterSet set) {
      if (from < text.length()) {
        int point = text.codePointAt(from);
        if (set.test().contains(point)) {
          ends.set(from + Character.charCount(point));
        }
      }
    } else if (node instanceof Empty) {
      ends.set(from);
    } else if (node instanceof Place place) {
      ends.set(from, from + (place.test().holds(text, from) ? 1 : 0));
    } else if (node instanceof Look look) {
      ends.set(from, from + (look(look, from) != look.negative() ? 1 : 0));
    } else if (node instanceof Group group) {
      return ends(group.body(), from);
    } else if (node instanceof Either either) {
      ends.or(ends(either.left(), from));
      ends.or(ends(either.right(), from));
    } else if (node instanceof Sequence sequence) {
      ends.or(after(ends(sequence.left(), from), sequence.right()));
    } else if (node instanceof Repeat repeat) {
      return repeated(repeat, from);
    } else if (node instanceof Back) {
      throw new IllegalStateException("back references are left to java.util.regex");
    }
    return ends;
  }

  private BitSet after(BitSet starts, RegexNode node) {
    BitSet ends = new BitSet();
    for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
      ends.or(ends(node, i));
    }
    return ends;
  }

  private boolean look(Look look, int from) {
    if (look.ahead()) {
      return !ends(look.body(), from).isEmpty();
    }
    for (int i = from; i >= 0; i--) {
      if (ends(look.body(), i).get(from)) {
        return true;
      }
    }
    return false;
  }

  private BitSet repeated(Repeat repeat, int from) {
    if (repeat.body() instanceof CharacterSet set) {
      return run(set, repeat, from);
    }
    BitSet current = new BitSet();
    current.set(from);
    BitSet ends = new BitSet();
    if (repeat.least() == 0) {
      ends.or(current);
    }
    for (int count = 1; repeat.most() < 0 || count <= repeat.most(); count++) {
      current = after(current, repeat.body());
      if (current.isEmpty()) {
        break;
      }
      if (count >= repeat.least()) {
        int before = ends.cardinality();
        ends.or(current);
        if (repeat.most() < 0 && ends.cardinality() == before) {
          break;
        }
      }
    }
    return ends;
  }

  private BitSet run(CharacterSet set, Repeat repeat, int from) {
    BitSet ends = new BitSet();
    int at = from;
    for (int count = 0; ; count++) {
      if (count >= repeat.least()) {
        ends.set(at);
      }
      if (count == repeat.most() || at >= text.length()) {
        return ends;
      }
      int point = text.codePointAt(at);
      if (!set.test().contains(point)) {
        return ends;
      }
      at += Character.charCount(point);
    }
  }

  private void dissect(RegexNode node, int from, int to) {
    if (!node.captures()) {
      return;
    }
    if (node instanceof Group group) {
      if (group.number() > 0) {
        bounds[2 * group.number()] = from;
        bounds[2 * group.number() + 1] = to;
      }
      dissect(group.body(), from, to);
    } else if (node instanceof Either either) {
      dissect(ends(either.left(), from).get(to) ? either.left() : either.right(), from, to);
    } else if (node instanceof Sequence sequence) {
      for (int middle : ordered(sequence.left(), from, to)) {
        if (ends(sequence.right(), middle).get(to)) {
          dissect(sequence.left(), from, middle);
          dissect(sequence.right(), middle, to);
          return;
        }
      }
    } else if (node instanceof Repeat repeat && !(from == to && repeat.least() == 0)) {
      List<Integer> stops = new ArrayList<>();
      if (iterate(repeat, 0, from, to, stops, new HashSet<>())) {
        int at = from;
        for (int stop : stops) {
          dissect(repeat.body(), at, stop);
          at = stop;
        }
      }
    }
  }

  /** Finds the ends of the repetitions. */
  private boolean iterate(
      Repeat repeat, int count, int from, int to, List<Integer> stops, Set<Long> failed) {
    if (from == to && count >= Math.max(repeat.least(), 1)) {
      return true;
    }
    if (count == repeat.most() || !failed.add((long) count << 32 | from)) {
      return false;
    }
    for (int stop : ordered(repeat.body(), from, to)) {
      if (stop == from && count >= repeat.least() && count > 0) {
        continue;
      }
      stops.add(stop);
      if (iterate(repeat, count + 1, stop, to, stops, failed)) {
        return true;
      }
      stops.remove(stops.size() - 1);
    }
    return false;
  }

  /** The ends up to {@code limit}, the preferred one first. */
  private List<Integer> ordered(RegexNode node, int from, int limit) {
    List<Integer> order = new ArrayList<>();
    BitSet ends = ends(node, from);
    for (int i = ends.nextSetBit(0); i >= 0 && i <= limit; i = ends.nextSetBit(i + 1)) {
      order.add(i);
    }
    if (node.preference() >= 0) {
      java.util.Collections.reverse(order);
    }
    return order;
  }
}
