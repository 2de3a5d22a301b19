/**
 * Templates of {@code to_char}, {@code to_date} and {@code to_timestamp} for dates, times and
 * intervals. Depends on {@code pgtype} only.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-formatting.html">Data Type Formatting
 *     Functions</a>
 */
package io.duckgres.catalog.scalar.format;
