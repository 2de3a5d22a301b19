package io.duckgres.transpiler.tree;

/**
 * A column of a function's column definition list.
 *
 * @param name its name
 * @param type its type as written; null for a field of a named composite type
 * @param resolved what the analysis found the type to be, null before
 */
public record ColumnDefinition(String name, TypeName type, ExpressionType resolved) {
  /** A column as written. */
  public ColumnDefinition(String name, TypeName type) {
    this(name, type, null);
  }
}
