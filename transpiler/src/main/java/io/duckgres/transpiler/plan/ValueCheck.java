package io.duckgres.transpiler.plan;

/**
 * Engine SQL around a value that gives the value, or an error when it may not be.
 *
 * @param before the value
 * @param after the value
 */
public record ValueCheck(String before, String after) {
  /** The checked value. */
  public String of(String value) {
    return before + value + after;
  }

  /** This check, and then the other. */
  public ValueCheck then(ValueCheck other) {
    return new ValueCheck(other.before + before, after + other.after);
  }
}
