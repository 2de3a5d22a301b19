package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Attribute;
import java.util.Objects;

/**
 * What the analysis found out about an expression.
 *
 * <p>PostgreSQL's array types say nothing of the number of dimensions, the engine's lists do: a
 * list of lists is another type than a list. What the analysis knows of it stands beside the type.
 *
 * @param type PostgreSQL's type
 * @param typmod its modifier, -1 for none
 * @param form how the engine represents a value of it
 * @param levels lists within each other that an array is for the engine, at least 1; 1 for types
 *     that are no arrays
 */
public record ExpressionType(PgType type, int typmod, EngineForm form, int levels) {
  public ExpressionType {
    Objects.requireNonNull(type);
    Objects.requireNonNull(form);
    if (levels < 1) {
      throw new IllegalArgumentException("levels: " + levels);
    }
  }

  /** The type without modifier, in its usual representation. */
  public static ExpressionType of(PgType type) {
    return of(type, -1);
  }

  /** The type with a modifier, in its usual representation. */
  public static ExpressionType of(PgType type, int typmod) {
    return new ExpressionType(type, typmod, EngineForm.NATIVE, 1);
  }

  /** The type of a column's values; null when the engine's type has no counterpart. */
  public static ExpressionType ofValues(Attribute column) {
    return column.type() == null
        ? null
        : of(column.type(), column.typmod()).withLevels(column.levels());
  }

  /** What is assigned to a column is converted to: its domain, or else its type. */
  public static ExpressionType ofDeclared(Attribute column) {
    return column.domain() == null ? ofValues(column) : of(column.domain());
  }

  /** The same type in another representation. */
  public ExpressionType in(EngineForm newForm) {
    return new ExpressionType(type, typmod, newForm, levels);
  }

  /** The same type with so many lists within each other; no matter for what is no array. */
  public ExpressionType withLevels(int newLevels) {
    return newLevels == levels || !type.isArray()
        ? this
        : new ExpressionType(type, typmod, form, newLevels);
  }
}
