package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.QueryNode;
import java.util.List;

/**
 * An analysed query.
 *
 * @param node the query, typed; its select items are aliased by the columns' engine names
 * @param columns its columns in order
 */
record AnalyzedQuery(QueryNode node, List<OutputColumn> columns) {
  AnalyzedQuery {
    columns = List.copyOf(columns);
  }
}
