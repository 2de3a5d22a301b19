package io.duckgres.transpiler.statement;

/**
 * A statement that PostgreSQL knows and we refuse with 0A000.
 *
 * @param feature what is not supported, for instance {@code CREATE TRIGGER}
 */
public record UnsupportedStatement(String feature) implements UtilityStatement {}
