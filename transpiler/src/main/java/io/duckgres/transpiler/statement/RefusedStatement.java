package io.duckgres.transpiler.statement;

import io.duckgres.pgtype.PgException;

/**
 * A statement that PostgreSQL itself refuses in a database like ours.
 *
 * @param error PostgreSQL's error
 * @param outside its name when it is refused in a transaction block before all else; otherwise null
 */
public record RefusedStatement(PgException error, String outside) implements UtilityStatement {}
