package io.duckgres.transpiler.tree;

/**
 * How the engine represents a value. Only numeric has a choice: PostgreSQL's numeric carries its
 * number of decimals with each value, DuckDB's DECIMAL has it in its type.
 */
public enum EngineForm {
  /** The storage that {@code DuckDbTypes} declares; for numeric a DECIMAL or a wide integer. */
  NATIVE,
  /**
   * A numeric as a decimal's text, each value with its own number of decimals: what divisions,
   * averages and roots give.
   */
  NUMERIC_TEXT
}
