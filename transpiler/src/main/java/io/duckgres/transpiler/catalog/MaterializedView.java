package io.duckgres.transpiler.catalog;

/**
 * What fills a materialized view, which the engine has as a table.
 *
 * @param definition its query as its creator wrote it
 * @param engineQuery its query in the engine's SQL
 * @param populated false until it is filled, after WITH NO DATA
 */
public record MaterializedView(String definition, String engineQuery, boolean populated) {}
