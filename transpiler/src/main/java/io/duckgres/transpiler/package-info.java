/**
 * The transpiler's front door: {@link io.duckgres.transpiler.Transpiler} turns one PostgreSQL
 * statement into a {@link io.duckgres.transpiler.plan.StatementPlan}. May depend on the grammar and
 * on the transpiler's other packages, never on the engine or the gateway.
 */
package io.duckgres.transpiler;
