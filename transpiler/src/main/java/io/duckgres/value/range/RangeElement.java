package io.duckgres.value.range;

import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;

/**
 * The type that a range is over.
 *
 * @param <T> class of its values
 */
interface RangeElement<T> {
  /** What its input function gives. */
  T read(String text, InputSettings settings);

  /** What its output function gives. */
  String write(T value, InputSettings settings);

  int compare(T left, T right);

  /** The next value of a discrete type; the same value where there is none, as after infinity. */
  T next(T value);

  /** Whether each value has a next one, so that bounds have one canonical form. */
  boolean isDiscrete();

  byte[] send(T value);

  T receive(BinaryReader in);

  /** A text in the order of values, none of which begins another. */
  String key(T value);

  /** The text that the engine casts to its own type. */
  String engineText(T value);
}
