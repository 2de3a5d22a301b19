/**
 * PostgreSQL's input functions, as far as constants need them: from the text of a literal to a
 * normal form that the engine reads with the same meaning. Depends on {@code pgtype} alone.
 */
package io.duckgres.transpiler.input;
