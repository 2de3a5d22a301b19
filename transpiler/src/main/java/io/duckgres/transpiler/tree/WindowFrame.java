package io.duckgres.transpiler.tree;

/**
 * A window frame; offsets stand in the {@link WindowSpec}.
 *
 * @param mode ROWS, RANGE or GROUPS
 * @param start first bound
 * @param end second bound, null when the frame has one bound alone
 * @param exclusion CURRENT ROW, GROUP, TIES or NO OTHERS; null when not given
 */
public record WindowFrame(Mode mode, Bound start, Bound end, String exclusion) {
  /** What the bounds count. */
  public enum Mode {
    ROWS,
    RANGE,
    GROUPS
  }

  /** A bound. */
  public enum Bound {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }
}
