package io.duckgres.value.range;

/**
 * A range.
 *
 * @param lower null when empty
 * @param upper null when empty
 * @param <T> class of the element's values
 */
record Range<T>(Bound<T> lower, Bound<T> upper) {
  static <T> Range<T> empty() {
    return new Range<>(null, null);
  }

  boolean isEmpty() {
    return lower == null;
  }
}
