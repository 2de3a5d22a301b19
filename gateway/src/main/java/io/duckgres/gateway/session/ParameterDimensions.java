package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.transpiler.plan.ParameterTypes;
import java.util.ArrayList;
import java.util.List;

/**
 * The dimensions of arrays among the values of parameters. PostgreSQL's types do not tell them, but
 * the engine's do: a plan for other than one dimension is made once the values are there.
 */
final class ParameterDimensions {
  private ParameterDimensions() {}

  /** Whether a plan made without values serves these. */
  static boolean areUsual(List<Object> values) {
    for (Object value : values) {
      if (value instanceof EngineArray array && array.dimensions() > 1) {
        return false;
      }
    }
    return true;
  }

  /** What is known of a statement's parameters when their values are. */
  static ParameterTypes of(PreparedStatement statement, List<Object> values) {
    List<Integer> levels = new ArrayList<>();
    for (Object value : values) {
      levels.add(value instanceof EngineArray array ? array.dimensions() : 1);
    }
    return new ParameterTypes(statement.declaredTypes(), levels);
  }
}
