package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * A table that is divided into partitions. The engine has one table with all rows; partitions are
 * views of it.
 *
 * @param strategy {@code pg_partitioned_table.partstrat}: l or r
 * @param keys the key's columns and expressions, in PostgreSQL's words
 * @param columns of each key the column's name, or empty for an expression
 */
public record PartitionedTable(
    String schema, String name, char strategy, List<String> keys, List<String> columns) {
  public PartitionedTable {
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
  }

  /** The same once a column has another name; all keys are columns. */
  public PartitionedTable renamed(String from, String to) {
    List<String> renamed = columns.stream().map(name -> name.equals(from) ? to : name).toList();
    return new PartitionedTable(
        schema,
        this.name,
        strategy,
        renamed.stream().map(QuotedIdentifiers::quote).toList(),
        renamed);
  }
}
