/**
 * Values of PostgreSQL's functions, operators and casts for sample arguments. May depend on {@code
 * server} and {@code wire}.
 */
package io.duckgres.compat.values;
