package io.duckgres.transpiler.analyze;

import org.apache.calcite.sql.SqlNode;

/**
 * A column that a FROM item offers.
 *
 * @param name its name for PostgreSQL
 * @param expression what stands for it: mostly a {@code ColumnRef}, COALESCE for a merged column of
 *     a full join
 */
record ScopeColumn(String name, SqlNode expression) {}
