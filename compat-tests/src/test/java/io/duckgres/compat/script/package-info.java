/**
 * Wire scripts: readable conversations with a server, played against a real PostgreSQL and against
 * the launched server. May depend on the wire client and on the servers.
 */
package io.duckgres.compat.script;
