package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;

/**
 * What EXPLAIN shows, and how.
 *
 * @param analyze whether the statement is executed
 * @param verbose whether the columns of each node are shown
 * @param costs whether estimates are shown
 * @param timing whether the time of each node is shown
 * @param summary whether the times of planning and execution are shown
 */
public record ExplainOptions(
    boolean analyze,
    boolean verbose,
    boolean costs,
    boolean timing,
    boolean summary,
    Format format) {

  /** How it is written. */
  public enum Format {
    TEXT,
    XML,
    JSON,
    YAML;

    /** The type of the result's column. */
    public PgType type() {
      return switch (this) {
        case XML -> PgTypes.XML;
        case JSON -> PgTypes.JSON;
        default -> PgTypes.TEXT;
      };
    }
  }
}
