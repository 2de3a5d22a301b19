/**
 * From the tree to DuckDB SQL, with a map from its positions to those of the client's text. A
 * printer of our own, since Calcite's writer is made for Calcite's nodes. May depend on {@code
 * tree}, {@code plan}, {@code catalog} and {@code pgtype}.
 */
package io.duckgres.transpiler.unparse;
