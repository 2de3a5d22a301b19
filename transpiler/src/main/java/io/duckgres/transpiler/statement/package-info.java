/**
 * Utility statements as records: everything that is not a query or a change of rows. Names are
 * folded and decoded, nothing is looked up yet. Expressions and queries inside are nodes of {@code
 * tree}, as parsed. May depend on {@code tree} alone.
 */
package io.duckgres.transpiler.statement;
