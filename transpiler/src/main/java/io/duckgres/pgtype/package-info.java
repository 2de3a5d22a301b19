/**
 * PostgreSQL's types, functions, operators and casts as data, with the values that travel beside
 * them: typmods, SQLSTATEs and the one exception that carries an error to the client.
 *
 * <p>The tables are those of a PostgreSQL 17 server's own catalogs and lie beside the classes as
 * resources. Depends on nothing but the JDK, so that every module can use it.
 */
package io.duckgres.pgtype;
