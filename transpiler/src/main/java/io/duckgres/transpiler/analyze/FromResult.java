package io.duckgres.transpiler.analyze;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * An analysed FROM item.
 *
 * @param node the item, typed
 * @param items what names see of it
 */
record FromResult(SqlNode node, List<ScopeItem> items) {
  FromResult {
    items = List.copyOf(items);
  }
}
