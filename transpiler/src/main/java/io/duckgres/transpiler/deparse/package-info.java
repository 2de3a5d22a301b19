/**
 * Analysed trees in PostgreSQL's own words, as {@code pg_get_viewdef}, {@code pg_get_constraintdef}
 * and their kin show definitions: names of the search path unqualified, operators in parentheses,
 * casts written out.
 *
 * <p>Source: {@code src/backend/utils/adt/ruleutils.c}. Depends on {@code transpiler.tree} and
 * {@code pgtype} alone. What it has no form for it refuses by {@link
 * io.duckgres.transpiler.deparse.NoFormException}; the caller then shows what the user wrote.
 */
package io.duckgres.transpiler.deparse;
