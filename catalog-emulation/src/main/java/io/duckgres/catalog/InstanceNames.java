package io.duckgres.catalog;

/**
 * What is particular to one instance.
 *
 * @param engineDatabase the engine's name of the user's database, the stem of its file
 * @param database {@code current_database()}: the name under which clients connect to it
 * @param user name of the role that owns everything, OID 10
 */
public record InstanceNames(String engineDatabase, String database, String user) {}
