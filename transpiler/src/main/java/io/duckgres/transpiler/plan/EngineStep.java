package io.duckgres.transpiler.plan;

import java.util.List;

/**
 * One statement for the engine.
 *
 * @param sql DuckDB SQL with its parameters numbered $1, $2 …
 * @param parameters where the value of each of them comes from, $1 first
 * @param sourceMap from positions in {@code sql} to positions in the client's statement
 */
public record EngineStep(String sql, List<PlanParameter> parameters, SourceMap sourceMap) {
  public EngineStep {
    parameters = List.copyOf(parameters);
  }

  /** A statement without parameters that is not part of the client's text. */
  public static EngineStep of(String sql) {
    return new EngineStep(sql, List.of(), SourceMap.EMPTY);
  }
}
