package io.duckgres.grammar;

/**
 * What PostgreSQL would tell the client at level NOTICE while it reads a text.
 *
 * @param sqlState five characters, such as 42622
 * @param message the primary message
 * @param offset offset in UTF-16 units of what it is about
 */
public record Notice(String sqlState, String message, int offset) {}
