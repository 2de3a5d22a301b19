/**
 * Compatibility tests: the launched server, real clients, a real PostgreSQL and plain DuckDB, side
 * by side. Nothing here sees the server's classes.
 */
package io.duckgres.compat;
