package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.tree.ExpressionType;

/**
 * An analysed expression.
 *
 * @param sql in the engine's SQL
 * @param type its type; null when only the engine knows
 */
public record EngineExpression(String sql, ExpressionType type) {}
