/**
 * The engine behind one interface: prepare, execute, stream, cancel, transaction. Only this package
 * and the catalog's installer know DuckDB; results leave it as Arrow batches.
 */
package io.duckgres.gateway.engine;
