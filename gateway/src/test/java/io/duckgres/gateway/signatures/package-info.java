/**
 * What the analysis makes of every function, operator and cast of PostgreSQL's. May depend on the
 * session's planner and the catalog emulation.
 */
package io.duckgres.gateway.signatures;
