package io.duckgres.transpiler.catalog;

/**
 * An object whose definition calls a user's function, of which it has the body.
 *
 * @param routine the function's OID
 * @param objectClass {@code relation} or {@code domain}
 * @param schema the object's schema as PostgreSQL names it
 */
public record RoutineUser(int routine, String objectClass, String schema, String object) {}
