/**
 * Builds the tree from parse trees, translating syntax as PostgreSQL's grammar does
 * (src/backend/parser/gram.y): what it turns into an operator or a function's call is one here too,
 * and what it refuses while it builds its tree is refused here in its words. One class per chapter
 * of the grammar; all are stateless. May depend on the grammar, {@code tree}, {@code plan}'s
 * parameters, {@code pgtype} and Calcite.
 */
package io.duckgres.transpiler.build;
