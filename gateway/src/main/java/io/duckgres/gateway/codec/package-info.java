/**
 * PostgreSQL's text and binary representations: Arrow vectors to DataRow messages, column by
 * column, and parameters to the engine's values. One class per type; the registry is derived.
 */
package io.duckgres.gateway.codec;
