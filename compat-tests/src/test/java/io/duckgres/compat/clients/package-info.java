/**
 * The launched server as real clients see it: psql, pgjdbc, psycopg. A client that is not installed
 * is named in the output. May depend on the servers.
 */
package io.duckgres.compat.clients;
