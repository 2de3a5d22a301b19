/**
 * What a live session knows and the engine does not, for the engine's SQL: functions such as {@code
 * pg_advisory_lock} and the rows of relations such as {@code pg_stat_activity}.
 *
 * <p>Depends on {@code io.duckgres.pgtype}, {@code io.duckgres.catalog.scalar} and DuckDB's JDBC
 * driver.
 */
package io.duckgres.catalog.live;
