package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgType;
import java.util.Objects;

/**
 * What the analysis found out about an expression.
 *
 * @param type PostgreSQL's type
 * @param typmod its modifier, -1 for none
 * @param form how the engine represents a value of it
 */
public record ExpressionType(PgType type, int typmod, EngineForm form) {
  public ExpressionType {
    Objects.requireNonNull(type);
    Objects.requireNonNull(form);
  }

  /** The type without modifier, in its usual representation. */
  public static ExpressionType of(PgType type) {
    return new ExpressionType(type, -1, EngineForm.NATIVE);
  }

  /** The type with a modifier, in its usual representation. */
  public static ExpressionType of(PgType type, int typmod) {
    return new ExpressionType(type, typmod, EngineForm.NATIVE);
  }

  /** The same type in another representation. */
  public ExpressionType in(EngineForm newForm) {
    return new ExpressionType(type, typmod, newForm);
  }
}
