package io.duckgres.transpiler.statement;

/**
 * CREATE, ALTER and DROP DATABASE.
 *
 * @param command its first two words in capitals
 * @param name the database
 * @param template the database that would be copied; null for the usual one
 * @param ifExists whether it may be missing
 */
public record DatabaseStatement(String command, String name, String template, boolean ifExists)
    implements UtilityStatement {}
