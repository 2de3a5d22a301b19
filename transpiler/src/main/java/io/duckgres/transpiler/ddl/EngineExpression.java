package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.tree.ExpressionType;

/**
 * An analysed expression.
 *
 * @param sql in the engine's SQL
 * @param type its type; null when only the engine knows
 * @param repeats whether it has the same value all through a transaction
 * @param shown how PostgreSQL shows it, see {@link
 *     io.duckgres.transpiler.catalog.ShownText#stored()}; null when it has no form of PostgreSQL's
 */
public record EngineExpression(String sql, ExpressionType type, boolean repeats, String shown) {
  /** How PostgreSQL shows it, or else this text. */
  String shownOr(String written) {
    return shown == null ? written : shown;
  }
}
