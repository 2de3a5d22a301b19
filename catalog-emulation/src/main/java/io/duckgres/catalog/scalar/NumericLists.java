package io.duckgres.catalog.scalar;

import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Aggregates over all values of a group as one text, with blanks between them.
 *
 * <p>Source: {@code src/backend/utils/adt/numeric.c} (numeric_sum, numeric_avg,
 * numeric_stddev_internal, numeric_larger, numeric_smaller).
 */
final class NumericLists {
  /** What PostgreSQL's transition state holds. */
  private static final class State {
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;
    private double special;
    private boolean hasSpecial;

    static State of(String list, boolean withSquares) {
      State state = new State();
      forEach(list, value -> state.add(value, withSquares));
      return state;
    }

    private void add(String text, boolean withSquares) {
      count++;
      if (NumericFunctions.isSpecial(text)) {
        special += NumericFunctions.special(text);
        hasSpecial = true;
        return;
      }
      BigDecimal value = new BigDecimal(text);
      sum = sum.add(value);
      if (withSquares) {
        squares = squares.add(value.multiply(value));
      }
    }
  }

  private NumericLists() {}

  static String sum(String list) {
    State state = State.of(list, false);
    return state.hasSpecial ? NumericFunctions.shown(state.special) : state.sum.toPlainString();
  }

  static String average(String list) {
    State state = State.of(list, false);
    return state.hasSpecial
        ? NumericFunctions.shown(state.special)
        : NumericFunctions.divide(state.sum.toPlainString(), Long.toString(state.count));
  }

  /** Of a {@code sample} or a {@code population}. */
  static String variance(String list, String kind, boolean root) {
    State state = State.of(list, true);
    if (state.hasSpecial) {
      return kind.equals("sample") && state.count == 1 ? null : "NaN";
    }
    return NumericFunctions.variance(
        new String[] {
          Long.toString(state.count), state.sum.toPlainString(), state.squares.toPlainString(), kind
        },
        root);
  }

  static String greatest(String list) {
    return extreme(list, 1);
  }

  static String least(String list) {
    return extreme(list, -1);
  }

  private static String extreme(String list, int sign) {
    String[] best = new String[1];
    forEach(
        list,
        value -> {
          if (best[0] == null || NumericFunctions.compare(value, best[0]) * sign > 0) {
            best[0] = value;
          }
        });
    return best[0];
  }

  private static void forEach(String list, Consumer<String> action) {
    int start = 0;
    for (int end = list.indexOf(' '); end >= 0; end = list.indexOf(' ', start)) {
      action.accept(list.substring(start, end));
      start = end + 1;
    }
    action.accept(list.substring(start));
  }
}
