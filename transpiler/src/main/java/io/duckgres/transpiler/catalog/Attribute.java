package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;

/**
 * A column of a relation.
 *
 * @param number {@code attnum}, from 1
 * @param name {@code attname}
 * @param type PostgreSQL's type; null when the engine's type has no counterpart
 * @param typmod {@code atttypmod}, -1 for none
 * @param notNull {@code attnotnull}
 * @param defaultExpression the default in DuckDB SQL, null without one
 * @param generated whether it is a generated column, which can't be written
 * @param engineType the engine's own spelling of the type, for instance {@code DECIMAL(10,2)}
 * @param identity {@code attidentity}: {@code a} for ALWAYS, {@code d} for BY DEFAULT, null
 *     otherwise
 * @param domain the domain that the column was declared of, {@code type} being its base type; null
 *     for any other type
 */
public record Attribute(
    int number,
    String name,
    PgType type,
    int typmod,
    boolean notNull,
    String defaultExpression,
    boolean generated,
    String engineType,
    Character identity,
    PgType domain) {

  /** A column that is no identity column. */
  public Attribute(
      int number,
      String name,
      PgType type,
      int typmod,
      boolean notNull,
      String defaultExpression,
      boolean generated,
      String engineType) {
    this(number, name, type, typmod, notNull, defaultExpression, generated, engineType, null, null);
  }

  /** The type that it was declared of: the domain, or else the type itself. */
  public PgType declaredType() {
    return domain == null ? type : domain;
  }

  /**
   * The lists within each other that the engine has for its arrays, as many as dimensions were
   * declared; 1 for a column that holds none.
   */
  public int levels() {
    if (type == null || engineType == null || !engineType.endsWith("]") || !type.isArray()) {
      return 1;
    }
    String natural = DuckDbTypes.storageOf(type, -1);
    int own = natural == null ? 1 : brackets(natural);
    return Math.max(1, brackets(engineType) - own + 1);
  }

  private static int brackets(String engineType) {
    int count = 0;
    int end = engineType.length();
    while (end > 0 && engineType.charAt(end - 1) == ']') {
      count++;
      end = engineType.lastIndexOf('[', end - 1);
    }
    return count;
  }

  /** Whether clients may not write it: GENERATED ALWAYS AS IDENTITY. */
  public boolean alwaysIdentity() {
    return identity != null && identity == 'a';
  }

  /** The column with another default. */
  public Attribute withDefault(String expression) {
    return new Attribute(
        number, name, type, typmod, notNull, expression, generated, engineType, identity, domain);
  }

  /** The column stored as a plain type of the engine's, without its default. */
  public Attribute stored(String storage) {
    return new Attribute(number, name, null, -1, notNull, null, false, storage);
  }

  /** The column by another name. */
  public Attribute named(String newName) {
    return new Attribute(
        number,
        newName,
        type,
        typmod,
        notNull,
        defaultExpression,
        generated,
        engineType,
        identity,
        domain);
  }

  /** The column with or without NOT NULL. */
  public Attribute withNotNull(boolean value) {
    return new Attribute(
        number,
        name,
        type,
        typmod,
        value,
        defaultExpression,
        generated,
        engineType,
        identity,
        domain);
  }

  /** The column as an identity column, or as none. */
  public Attribute withIdentity(Character value) {
    return new Attribute(
        number,
        name,
        type,
        typmod,
        notNull,
        defaultExpression,
        generated,
        engineType,
        value,
        domain);
  }
}
