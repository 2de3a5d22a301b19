/**
 * The tree: Calcite {@code SqlNode}s with PostgreSQL's meaning, built from parse trees. Names,
 * literals and parameters extend Calcite's leaves, everything else is a {@link
 * io.duckgres.transpiler.tree.PgNode}. Nodes are immutable; a rewrite makes new ones. Utility
 * statements are plain records and not nodes. May depend on the grammar, {@code pgtype}, columns of
 * {@code catalog} and Calcite.
 */
package io.duckgres.transpiler.tree;
