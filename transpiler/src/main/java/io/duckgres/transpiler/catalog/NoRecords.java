package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.List;

/** The records of a database that keeps none. */
final class NoRecords implements ColumnTypeRecords {
  @Override
  public List<String> tableCreated(
      String schema, String table, List<ColumnRecord> columns, List<ConstraintRecord> constraints) {
    return List.of();
  }

  @Override
  public List<String> viewCreated(
      String schema, String view, List<ColumnRecord> columns, String definition) {
    return List.of();
  }

  @Override
  public List<String> materialized(String schema, String name, MaterializedView view) {
    return List.of();
  }

  @Override
  public List<String> viewDefined(String schema, String view, ViewDefinition definition) {
    return List.of();
  }

  @Override
  public List<String> viewRewritten(String schema, String view, String definition) {
    return List.of();
  }

  @Override
  public List<String> viewReads(String schema, String view, List<ViewDependency> dependencies) {
    return List.of();
  }

  @Override
  public List<String> columnChanged(String schema, String table, ColumnRecord column) {
    return List.of();
  }

  @Override
  public List<String> defaultCopied(
      String schema, String table, String column, String sourceSchema, String source) {
    return List.of();
  }

  @Override
  public List<String> columnRenamed(String schema, String table, String from, String to) {
    return List.of();
  }

  @Override
  public List<String> columnDropped(String schema, String table, String column) {
    return List.of();
  }

  @Override
  public List<String> indexCreated(String schema, String index, IndexRecord record) {
    return List.of();
  }

  @Override
  public List<String> indexDropped(String schema, String index) {
    return List.of();
  }

  @Override
  public List<String> indexesDropped(String schema, String table, String column) {
    return List.of();
  }

  @Override
  public List<String> indexRenamed(String schema, String from, String to) {
    return List.of();
  }

  @Override
  public List<String> constraintAdded(String schema, String table, ConstraintRecord constraint) {
    return List.of();
  }

  @Override
  public List<String> foreignKeyChanged(ForeignKey key) {
    return List.of();
  }

  @Override
  public List<String> foreignKeyDropped(ForeignKey key) {
    return List.of();
  }

  @Override
  public List<String> constraintsChanged(
      String schema, String table, List<ConstraintRecord> constraints) {
    return List.of();
  }

  @Override
  public List<String> relationRenamed(String schema, String from, String to) {
    return List.of();
  }

  @Override
  public List<String> relationDropped(String schema, String relation) {
    return List.of();
  }

  @Override
  public List<String> schemaDropped(String schema) {
    return List.of();
  }

  @Override
  public List<String> sequenceChanged(String schema, String sequence, SequenceRecord record) {
    return List.of();
  }

  @Override
  public List<String> domainCreated(
      String schema, String name, PgType base, int typmod, Domain domain) {
    return List.of();
  }

  @Override
  public List<String> compositeCreated(String schema, String name, List<ColumnRecord> attributes) {
    return List.of();
  }

  @Override
  public List<String> enumChanged(
      String schema, String name, List<String> labelsBefore, List<String> labels) {
    return List.of();
  }

  @Override
  public List<String> typeDropped(String schema, String name) {
    return List.of();
  }

  @Override
  public List<String> roleChanged(RoleRecord role) {
    return List.of();
  }

  @Override
  public List<String> roleDropped(String role) {
    return List.of();
  }

  @Override
  public List<String> memberChanged(String role, String member, boolean granted) {
    return List.of();
  }

  @Override
  public List<String> privilegeChanged(
      String kind,
      String schema,
      String object,
      String column,
      String grantee,
      String privilege,
      boolean granted,
      boolean option) {
    return List.of();
  }

  @Override
  public List<String> routineChanged(Routine before, Routine after, List<String> texts) {
    return List.of();
  }

  @Override
  public List<String> routineDropped(Routine routine) {
    return List.of();
  }

  @Override
  public List<String> routineUsed(RoutineUser user) {
    return List.of();
  }

  @Override
  public List<String> columnsCopied(
      String sourceSchema, String source, String schema, String view) {
    return List.of();
  }

  @Override
  public List<String> partitioned(PartitionedTable table) {
    return List.of();
  }

  @Override
  public List<String> partitionAdded(Partition partition) {
    return List.of();
  }

  @Override
  public List<String> partitionRemoved(Partition partition) {
    return List.of();
  }

  @Override
  public List<String> sequenceDropped(String schema, String sequence) {
    return List.of();
  }

  @Override
  public void commented() {}

  @Override
  public List<String> commented(
      String objectClass, String schema, String object, String part, String comment) {
    return List.of();
  }
}
