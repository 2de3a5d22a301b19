/**
 * PostgreSQL's text and binary representations: Arrow vectors to DataRow messages, and parameters
 * to the engine's values. One class per family of types; {@code Codecs} lists the families and the
 * registry is derived. {@code Values} reads a vector as what a codec asks for, so that a type may
 * come over any storage that holds it. Depends on the {@code engine} package for batches and
 * arrays, on {@code pgtype} and the plan's columns; never on sessions or on DuckDB.
 */
package io.duckgres.gateway.codec;
