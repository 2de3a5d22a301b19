package io.duckgres.gateway.engine;

import java.util.Collections;
import java.util.List;

/**
 * A row of a composite type as a parameter's value.
 *
 * @param names of its fields
 * @param values as {@link EngineStatement#execute} takes them; null ones are NULL
 */
public record EngineStruct(List<String> names, List<Object> values) {
  public EngineStruct {
    names = List.copyOf(names);
    // List.copyOf refuses null elements.
    values = Collections.unmodifiableList(values);
  }
}
