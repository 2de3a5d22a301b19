/**
 * Foreign keys in the engine's SQL: which rows violate them, and what their actions do. May depend
 * on {@code pgtype}, {@code catalog}, {@code plan} and the names of {@code unparse}.
 */
package io.duckgres.transpiler.reference;
