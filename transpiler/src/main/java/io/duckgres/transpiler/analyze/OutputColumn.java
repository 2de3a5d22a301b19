package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.ExpressionType;

/**
 * A column of an analysed query's result.
 *
 * @param name its name for the client
 * @param engineName its name in the engine's SQL, unique in the query
 * @param type its type; null when only the engine knows
 * @param tableOid OID of the table that it comes from unchanged, otherwise 0
 * @param attributeNumber {@code attnum} there, otherwise 0
 */
record OutputColumn(
    String name, String engineName, ExpressionType type, int tableOid, int attributeNumber) {}
