/**
 * From utility statements to plans: what PostgreSQL checks before it executes, then the engine's
 * statements, several in one transaction where the engine needs them, and what is kept beside its
 * catalog. {@link io.duckgres.transpiler.ddl.UtilityPlanner} is the entrance. May depend on {@code
 * statement}, {@code tree}, {@code catalog}, {@code plan}, {@code unparse} and {@code pgtype}; what
 * it needs of the analysis stands in {@link io.duckgres.transpiler.ddl.DefinitionAnalysis}.
 */
package io.duckgres.transpiler.ddl;
