package io.duckgres.transpiler.tree;

/** What an unparser offers to leaves. */
public interface LeafWriter {
  /** Writes a constant. */
  void literal(PgLiteral literal);

  /** Writes a resolved column. */
  void column(ColumnRef column);

  /** Writes a parameter. */
  void parameter(ParameterRef parameter);
}
