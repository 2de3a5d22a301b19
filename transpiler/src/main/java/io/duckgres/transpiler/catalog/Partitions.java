package io.duckgres.transpiler.catalog;

import java.util.ArrayList;
import java.util.List;

/** All partitioned tables and their partitions, in the order in which they were made. */
public record Partitions(List<PartitionedTable> tables, List<Partition> partitions) {
  /** None. */
  public static final Partitions NONE = new Partitions(List.of(), List.of());

  public Partitions {
    tables = List.copyOf(tables);
    partitions = List.copyOf(partitions);
  }

  /** What is known of a partitioned table; null for any other relation. */
  public PartitionedTable table(String schema, String name) {
    for (PartitionedTable table : tables) {
      if (table.schema().equals(schema) && table.name().equals(name)) {
        return table;
      }
    }
    return null;
  }

  /** What is known of a partition; null for any other relation. */
  public Partition partition(String schema, String name) {
    for (Partition partition : partitions) {
      if (partition.schema().equals(schema) && partition.name().equals(name)) {
        return partition;
      }
    }
    return null;
  }

  /** The partitions of a table. */
  public List<Partition> of(String schema, String name) {
    List<Partition> found = new ArrayList<>();
    for (Partition partition : partitions) {
      if (partition.parentSchema().equals(schema) && partition.parent().equals(name)) {
        found.add(partition);
      }
    }
    return found;
  }

  /** The same without one partition. */
  public Partitions without(Partition partition) {
    List<Partition> left = new ArrayList<>(partitions);
    left.remove(partition);
    return new Partitions(tables, left);
  }

  /** The same with a table divided otherwise. */
  public Partitions with(PartitionedTable changed) {
    List<PartitionedTable> all = new ArrayList<>();
    for (PartitionedTable table : tables) {
      boolean same = table.schema().equals(changed.schema()) && table.name().equals(changed.name());
      all.add(same ? changed : table);
    }
    return new Partitions(all, partitions);
  }

  /** The same with another partition. */
  public Partitions with(Partition partition) {
    List<Partition> all = new ArrayList<>(partitions);
    all.add(partition);
    return new Partitions(tables, all);
  }

  /** What a partition's rows meet, in PostgreSQL's words: true or false, never null. */
  public String condition(Partition partition) {
    List<String> keys = table(partition.parentSchema(), partition.parent()).keys();
    if (!partition.isDefault()) {
      return PartitionBounds.condition(partition, keys);
    }
    List<String> others = new ArrayList<>();
    for (Partition sibling : of(partition.parentSchema(), partition.parent())) {
      if (!sibling.isDefault()) {
        others.add(PartitionBounds.condition(sibling, keys));
      }
    }
    return others.isEmpty() ? "(true)" : "(NOT (" + String.join(" OR ", others) + "))";
  }

  /** What a row has to meet so that a partition takes it. */
  public String accepted(PartitionedTable table) {
    List<String> conditions = new ArrayList<>();
    for (Partition partition : of(table.schema(), table.name())) {
      if (partition.isDefault()) {
        return "(true)";
      }
      conditions.add(PartitionBounds.condition(partition, table.keys()));
    }
    return conditions.isEmpty() ? "(false)" : "(" + String.join(" OR ", conditions) + ")";
  }
}
