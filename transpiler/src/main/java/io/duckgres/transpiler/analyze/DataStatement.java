package io.duckgres.transpiler.analyze;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * An analysed INSERT, UPDATE or DELETE.
 *
 * @param node the typed tree
 * @param returning columns of RETURNING, null without it
 */
record DataStatement(SqlNode node, List<OutputColumn> returning) {}
