/**
 * COPY's data formats: text, CSV and binary, parsed and written piece by piece so that memory does
 * not grow with the data. Knows bytes, columns and the engine's row sources, but no messages;
 * depends on {@code codec}, {@code engine} and the transpiler's plans.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY</a>
 */
package io.duckgres.gateway.copy;
