package io.duckgres.transpiler.tree;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * CYCLE columns SET mark TO value DEFAULT value USING path.
 *
 * @param value null for the default true
 * @param otherwise null for the default false
 * @param start 0-based offset of the clause
 */
public record CycleClause(
    List<String> columns,
    String markColumn,
    SqlNode value,
    SqlNode otherwise,
    String pathColumn,
    int start) {
  public CycleClause {
    columns = List.copyOf(columns);
  }
}
