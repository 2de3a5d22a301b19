package io.duckgres.transpiler.plan;

import java.util.List;

/**
 * The columns of a result, in the engine's order. DuckDB's own metadata only fills what is null
 * here.
 */
public record ResultShape(List<ResultColumn> columns) {
  public ResultShape {
    columns = List.copyOf(columns);
  }

  /** A shape of these columns. */
  public static ResultShape of(ResultColumn... columns) {
    return new ResultShape(List.of(columns));
  }
}
