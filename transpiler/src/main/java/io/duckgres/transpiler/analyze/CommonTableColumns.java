package io.duckgres.transpiler.analyze;

import java.util.List;

/**
 * What a query sees of a common table expression.
 *
 * @param name its name
 * @param engineName its name for the engine
 * @param columns its columns; null for a statement without RETURNING
 */
record CommonTableColumns(String name, String engineName, List<OutputColumn> columns) {}
