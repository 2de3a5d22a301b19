package io.duckgres.transpiler.catalog;

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
 */
public record Attribute(
    int number,
    String name,
    PgType type,
    int typmod,
    boolean notNull,
    String defaultExpression,
    boolean generated,
    String engineType) {}
