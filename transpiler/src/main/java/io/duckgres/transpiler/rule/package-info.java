/**
 * From PostgreSQL's meaning to DuckDB's: rows keyed by the signature that the analysis resolved
 * ({@code functions/*.yaml}), and structural rules for what is not a call. A signature without a
 * row is refused (0A000) unless the row says that DuckDB computes the same.
 *
 * <p>May depend on {@code tree}, {@code pgtype} and {@code plan}.
 */
package io.duckgres.transpiler.rule;
