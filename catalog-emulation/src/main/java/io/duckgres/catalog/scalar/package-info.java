/**
 * Functions of PostgreSQL's that are written in Java and called by the engine row by row, where SQL
 * would be wrong or too long. Pure functions over strings and numbers; registered in an engine
 * instance when it is opened. Depends on {@code pgtype}, {@code json} and DuckDB's JDBC driver.
 */
package io.duckgres.catalog.scalar;
