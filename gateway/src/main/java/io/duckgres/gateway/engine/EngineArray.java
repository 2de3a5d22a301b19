package io.duckgres.gateway.engine;

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

  /** The lists within each other. */
  public int dimensions() {
    return !elements.isEmpty() && elements.get(0) instanceof EngineArray inner
        ? inner.dimensions() + 1
        : 1;
  }
}
