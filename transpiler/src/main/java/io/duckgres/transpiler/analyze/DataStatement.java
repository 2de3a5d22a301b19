package io.duckgres.transpiler.analyze;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * An analysed INSERT, UPDATE, DELETE or MERGE.
 *
 * @param node the typed tree of a statement that the engine carries out by itself, otherwise null
 * @param stage what is carried out in steps instead, or null
 * @param returning columns of RETURNING, null without it
 */
record DataStatement(SqlNode node, Stage.Changes stage, List<OutputColumn> returning) {}
