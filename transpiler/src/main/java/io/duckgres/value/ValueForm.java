package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.datetime.InputSettings;

/**
 * A type whose values are stored as text. The stored text does not depend on any setting, and equal
 * values have equal texts unless the type says otherwise.
 */
public interface ValueForm {
  /**
   * The stored text of what a client wrote.
   *
   * @param settings decide what dates and times within the value mean
   * @throws PgException as the type's input function reports it, without position
   */
  String read(String text, InputSettings settings);

  /**
   * What the type's output function gives.
   *
   * @param settings decide how dates and times within the value are written
   */
  default String write(String stored, InputSettings settings) {
    return stored;
  }

  /** Whether the settings decide what a text means and how a value is written. */
  default boolean readsSettings() {
    return false;
  }

  /** Whether {@link #write} gives the stored text whatever the settings. */
  default boolean isShownAsStored() {
    return true;
  }

  /** What the type's send function gives. */
  byte[] send(String stored);

  /**
   * The stored text of what the type's receive function reads.
   *
   * @throws PgException as the receive function reports it
   */
  String receive(BinaryReader in);

  /**
   * A text that sorts by its bytes as the type's values do.
   *
   * @return null when the stored text itself does
   */
  default String key(String stored) {
    return null;
  }

  /** Whether equal values have equal texts; otherwise only their keys are equal. */
  default boolean hasUniqueText() {
    return true;
  }

  /** Whether {@link #key} must be asked for the order of values. */
  default boolean hasKey() {
    return false;
  }
}
