package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.tree.ExpressionType;

/**
 * An analysed expression.
 *
 * @param sql in the engine's SQL
 * @param type its type; null when only the engine knows
 * @param repeats whether it has the same value all through a transaction
 */
public record EngineExpression(String sql, ExpressionType type, boolean repeats) {}
