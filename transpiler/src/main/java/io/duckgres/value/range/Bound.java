package io.duckgres.value.range;

/**
 * One end of a range.
 *
 * @param value null for none
 * @param inclusive whether the value itself belongs to the range; false without one
 * @param lower which end it is
 * @param <T> class of the element's values
 */
record Bound<T>(T value, boolean inclusive, boolean lower) {
  boolean isInfinite() {
    return value == null;
  }

  /** The same bound seen from the other side, which includes the value if this one does not. */
  Bound<T> inverted() {
    return new Bound<>(value, !inclusive, !lower);
  }
}
