package io.duckgres.transpiler.analyze;

import org.apache.calcite.sql.SqlNode;

/**
 * An entry of an analysed select list.
 *
 * @param name its name for the client
 * @param engineName its alias for the engine
 * @param expression the typed expression
 */
record Target(String name, String engineName, SqlNode expression) {}
