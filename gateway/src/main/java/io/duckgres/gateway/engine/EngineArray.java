package io.duckgres.gateway.engine;

import io.duckgres.pgtype.PgException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * An array as a parameter's value.
 *
 * @param elementType the engine's spelling of the elements' type, for instance {@code INTEGER} or
 *     {@code INTEGER[]}
 * @param elements values as {@link EngineStatement#execute} takes them; null elements are NULL
 */
public record EngineArray(String elementType, List<Object> elements) {
  public EngineArray {
    Objects.requireNonNull(elementType);
    // List.copyOf refuses null elements.
    elements = Collections.unmodifiableList(elements);
  }

  /** Whether its elements are rows, or arrays of such. */
  public boolean hasRows() {
    for (Object element : elements) {
      if (element != null) {
        return element instanceof EngineStruct
            || element instanceof EngineArray inner && inner.hasRows();
      }
    }
    return false;
  }

  /**
   * Refuses an array that is not as deep as the engine's lists of a column.
   *
   * @param wanted dimensions that the column was declared with
   * @throws PgException 0A000
   */
  public void requireDimensions(int wanted) {
    int dimensions = dimensions();
    if (!elements.isEmpty() && dimensions != wanted) {
      throw PgException.notSupported(
          "an array of "
              + dimensions
              + (dimensions == 1 ? " dimension" : " dimensions")
              + " where arrays have "
              + wanted
              + (wanted == 1 ? " dimension" : " dimensions"));
    }
  }

  /** The lists within each other. */
  public int dimensions() {
    return !elements.isEmpty() && elements.get(0) instanceof EngineArray inner
        ? inner.dimensions() + 1
        : 1;
  }
}
