/**
 * PostgreSQL's analysis: names, types, operators and functions are resolved as PostgreSQL resolves
 * them, over its own catalogs as data. The tree comes in as parsed and goes out with each
 * expression typed, each call knowing its {@code pg_proc} or {@code pg_operator} row, and
 * conversions made explicit. Errors are PostgreSQL's, with position.
 *
 * <p>May depend on {@code pgtype}, {@code tree}, {@code catalog} and {@code plan}, for the bodies
 * of users' functions on {@code build}, and on {@code deparse} to compare expressions with those of
 * indexes.
 *
 * @see <a href="https://www.postgresql.org/docs/17/typeconv.html">Type Conversion</a>
 */
package io.duckgres.transpiler.analyze;
