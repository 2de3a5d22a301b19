/**
 * PostgreSQL's system catalogs over DuckDB: installs {@code pg_catalog} and {@code
 * information_schema} into an instance, keeps beside the user's tables what DuckDB's catalog can't
 * say, and answers the transpiler's and the codec's questions about names and OIDs.
 *
 * <p>Depends on {@code io.duckgres.pgtype}, {@code io.duckgres.transpiler.catalog}, the lists of
 * functions that the transpiler takes, and DuckDB's JDBC driver.
 *
 * <h2>Where the relations live</h2>
 *
 * DuckDB reserves the schema names {@code pg_catalog} and {@code information_schema} in every
 * database, therefore {@link io.duckgres.catalog.Installer} attaches an in-memory database {@code
 * duckgres} to the instance. In it, {@code pg_catalog_} and {@code information_schema_} hold the
 * relations and functions that clients see, {@code static_} the rows that PostgreSQL itself has in
 * every new database, and {@code engine_} the views over DuckDB's own catalog functions from which
 * the relations are made.
 *
 * <h2>How a relation comes about</h2>
 *
 * <ul>
 *   <li>{@code relation-columns.tsv} gives name, kind, OID and columns of all of them;
 *   <li>{@code static/<relation>.tsv}, where there is one, gives PostgreSQL's own rows;
 *   <li>{@code relations/<schema>/<relation>.sql}, where there is one, gives the SELECT over the
 *       engine's catalog; its columns are taken by name;
 *   <li>without either the relation is empty.
 * </ul>
 *
 * <h2>Names</h2>
 *
 * DuckDB's schema {@code main} of the user's database is PostgreSQL's {@code public}, its temporary
 * database is {@code pg_temp}. The schema {@code _duckgres} is hidden.
 */
package io.duckgres.catalog;
