/**
 * PostgreSQL's types that the engine has nothing like, as values: their input and output functions,
 * binary formats and order. Such values are stored as texts that are the same for equal values.
 * Pure functions over text and bytes; depends on {@code pgtype}, {@code json} and the input syntax
 * of {@code transpiler.input}.
 */
package io.duckgres.value;
