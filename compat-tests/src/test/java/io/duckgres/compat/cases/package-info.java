/**
 * Differential cases: statements that a real PostgreSQL and the launched server must answer alike,
 * down to type OIDs, binary values, SQLSTATEs and positions, save for the differences declared as
 * known. May depend on the wire client and on the servers.
 */
package io.duckgres.compat.cases;
