package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgType;
import org.apache.calcite.sql.SqlNode;

/** An expression, whose type the analysis tells. */
public interface Typed {
  /** Null before the analysis, and for what only the engine can type. */
  ExpressionType expressionType();

  /** The expression type of a node, null when it has none. */
  static ExpressionType of(SqlNode node) {
    return node instanceof Typed typed ? typed.expressionType() : null;
  }

  /** The lists within each other that a node's array is for the engine, 1 for what is no array. */
  static int levelsOf(SqlNode node) {
    ExpressionType type = of(node);
    return type == null ? 1 : type.levels();
  }

  /** PostgreSQL's type of a node, null when it has none. */
  static PgType typeOf(SqlNode node) {
    ExpressionType type = of(node);
    return type == null ? null : type.type();
  }
}
