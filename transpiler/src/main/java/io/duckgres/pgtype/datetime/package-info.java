/**
 * PostgreSQL's dates, times and intervals: how they are read, written, formatted by templates and
 * computed with. Depends on {@code pgtype} and the JDK, so that literals, parameters, results and
 * the engine's functions share one implementation.
 */
package io.duckgres.pgtype.datetime;
