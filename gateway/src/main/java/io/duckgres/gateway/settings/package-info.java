/**
 * Run-time parameters: what SET, SHOW and RESET work on, and what ParameterStatus reports. Their
 * declarations are the rows of {@code parameters.tsv}, recorded on PostgreSQL 17.10.
 *
 * <p>Depends on {@code io.duckgres.pgtype} alone.
 *
 * @see <a href="https://www.postgresql.org/docs/17/runtime-config.html">Server configuration</a>
 */
package io.duckgres.gateway.settings;
