package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Partition;
import io.duckgres.transpiler.catalog.PartitionedTable;
import io.duckgres.transpiler.catalog.RelationChanges;
import io.duckgres.transpiler.catalog.RoleRecord;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.RoutineUser;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.catalog.StatisticsObject;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the records in the side schema of the user's database; see {@link SideSchema}. Of temporary
 * objects the types of columns alone are kept, see {@link TemporaryColumns}: the side schema
 * outlives them.
 */
final class SideRecords implements ColumnTypeRecords {
  private final String side;
  private final String engineDatabase;
  private final SideSql sql;
  private final SideColumns columnTypes;
  private final TemporaryColumns temporaryColumns;
  private final SideObjects objects;
  private final SideConstraints constraints;
  private final SideTypes types;
  private final SideViews views;
  private final SideStatistics statistics;
  private final RelationChanges changes;

  /**
   * @param snapshot tells the labels and base types of users' types
   * @param changes is told which relations the records are about
   */
  SideRecords(String engineDatabase, CatalogSnapshot snapshot, RelationChanges changes) {
    this.changes = changes;
    this.side = SideSchema.qualifiedName(engineDatabase);
    this.engineDatabase = engineDatabase;
    this.sql = new SideSql(side);
    this.columnTypes = new SideColumns(side + ".column_types", snapshot);
    this.temporaryColumns = new TemporaryColumns(side, snapshot);
    this.objects = new SideObjects(side);
    this.constraints = new SideConstraints(sql, objects);
    this.types = new SideTypes(sql, objects, columnTypes);
    this.views = new SideViews(side);
    this.statistics = new SideStatistics(sql, objects);
  }

  @Override
  public List<String> tableCreated(
      String schema, String table, List<ColumnRecord> columns, List<ConstraintRecord> constraints) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.created(schema, table, columns);
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        objects.newTable(schema, table, constraints.stream().map(ConstraintRecord::name).toList()));
    columnTypes.insert(statements, schema, table, columns);
    if (!constraints.isEmpty()) {
      statements.add(this.constraints.insert(schema, table, constraints));
    }
    return statements;
  }

  @Override
  public List<String> viewCreated(
      String schema, String view, List<ColumnRecord> columns, String definition) {
    changes.changed(schema, view);
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.created(schema, view, columns);
    }
    List<String> statements = new ArrayList<>(forget(schema, view));
    statements.add(objects.present(SideObjects.RELATION, schema, "", view));
    columnTypes.insert(statements, schema, view, columns);
    statements.add(views.created(engineDatabase, schema, view, definition));
    return statements;
  }

  @Override
  public List<String> materialized(String schema, String name, MaterializedView view) {
    changes.changed(schema, name);
    return views.materialized(schema, name, view);
  }

  @Override
  public List<String> viewDefined(String schema, String view, ViewDefinition definition) {
    changes.changed(schema, view);
    return SideSql.isTemporary(schema) ? List.of() : views.defined(schema, view, definition);
  }

  @Override
  public List<String> viewRewritten(String schema, String view, String definition) {
    changes.changed(schema, view);
    return views.rewritten(engineDatabase, schema, view, definition);
  }

  @Override
  public List<String> viewReads(String schema, String view, List<ViewDependency> dependencies) {
    changes.changed(schema, view);
    return SideSql.isTemporary(schema) ? List.of() : views.reads(schema, view, dependencies);
  }

  @Override
  public List<String> columnChanged(String schema, String table, ColumnRecord column) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.columnChanged(schema, table, column);
    }
    List<String> statements = new ArrayList<>();
    statements.add(columnTypes.forgotten(sql, schema, table, column.name()));
    columnTypes.insert(statements, schema, table, List.of(column));
    return statements;
  }

  @Override
  public List<String> defaultCopied(
      String schema, String table, String column, String sourceSchema, String source) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return List.of();
    }
    String named = " AND column_name = " + literal(column);
    String text =
        SideSql.isTemporary(sourceSchema)
            ? "NULL"
            : "(SELECT default_text FROM "
                + side
                + ".column_types WHERE "
                + SideSql.named("relation_name", sourceSchema, source)
                + named
                + ")";
    return List.of(
        sql.update("column_types", "default_text = " + text, "relation_name", schema, table)
            + named);
  }

  @Override
  public List<String> columnRenamed(String schema, String table, String from, String to) {
    changes.unknown();
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.columnRenamed(table, from, to);
    }
    List<String> statements = new ArrayList<>(new SideRenames(sql).column(schema, table, from, to));
    statements.add(statistics.columnRenamed(schema, table, from, to));
    return statements;
  }

  @Override
  public List<String> foreignKeyChanged(ForeignKey key) {
    changes.changed(key.schema(), key.table());
    changes.changed(key.referencedSchema(), key.referencedTable());
    return constraints.foreignKeyChanged(key);
  }

  @Override
  public List<String> foreignKeyDropped(ForeignKey key) {
    changes.changed(key.schema(), key.table());
    changes.changed(key.referencedSchema(), key.referencedTable());
    return constraints.foreignKeyDropped(key);
  }

  @Override
  public List<String> constraintRenamed(String schema, String table, String from, String to) {
    changes.changed(schema, table);
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(objects.constraintRenamed(schema, table, from, to));
  }

  @Override
  public List<String> schemaCreated(String schema) {
    changes.unknown();
    return List.of(objects.present(SideObjects.SCHEMA, "", "", schema));
  }

  @Override
  public List<String> enumCreated(String schema, String name) {
    changes.unknown();
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(objects.present(SideObjects.TYPE, schema, "", name));
  }

  @Override
  public List<String> columnDropped(String schema, String table, String column) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.columnDropped(table, column);
    }
    List<String> statements = new ArrayList<>(statistics.columnDropped(schema, table, column));
    statements.add(columnTypes.forgotten(sql, schema, table, column));
    return statements;
  }

  @Override
  public List<String> statisticsChanged(StatisticsObject before, StatisticsObject after) {
    changes.unknown();
    return statistics.changed(before, after);
  }

  @Override
  public List<String> indexesDropped(String schema, String table, String column) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return List.of();
    }
    String condition =
        SideSql.named("table_name", schema, table)
            + " AND (list_contains(key_columns, "
            + literal(column)
            + ") OR list_contains(included, "
            + literal(column)
            + "))";
    return List.of(
        objects.indexesGone(schema, condition),
        "DELETE FROM " + side + ".indexes WHERE " + condition);
  }

  @Override
  public List<String> indexDropped(String schema, String index) {
    changes.changed(schema, index);
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(
            sql.delete("indexes", "index_name", schema, index),
            objects.gone(SideObjects.INDEX, schema, "", index));
  }

  @Override
  public List<String> indexRenamed(String schema, String from, String to) {
    changes.changed(schema, from);
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(
            objects.indexRenamed(schema, from, to),
            sql.update("indexes", "index_name = " + literal(to), "index_name", schema, from));
  }

  @Override
  public List<String> constraintAdded(String schema, String table, ConstraintRecord constraint) {
    changes.changed(schema, table);
    return SideSql.isTemporary(schema) ? List.of() : constraints.added(schema, table, constraint);
  }

  @Override
  public List<String> constraintsChanged(
      String schema, String table, List<ConstraintRecord> constraints) {
    changes.changed(schema, table);
    return SideSql.isTemporary(schema)
        ? List.of()
        : this.constraints.changed(schema, table, constraints);
  }

  @Override
  public List<String> indexCreated(String schema, String index, IndexRecord record) {
    changes.changed(schema, record.table());
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(
            objects.present(SideObjects.INDEX, schema, "", index),
            sql.delete("indexes", "index_name", schema, index),
            SideIndexes.insert(side, schema, index, record));
  }

  @Override
  public List<String> relationRenamed(String schema, String from, String to) {
    changes.unknown();
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.relationRenamed(from, to);
    }
    List<String> statements = new ArrayList<>(objects.relationRenamed(schema, from, to));
    statements.addAll(new SideRenames(sql).relation(engineDatabase, schema, from, to));
    statements.add(statistics.relationRenamed(schema, from, to));
    return statements;
  }

  @Override
  public List<String> relationDropped(String schema, String relation) {
    changes.changed(schema, relation);
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.dropped(relation);
    }
    List<String> statements = new ArrayList<>();
    statements.add(objects.relationGone(schema, relation));
    statements.addAll(forget(schema, relation));
    statements.add(sql.delete("routine_users", "object_name", schema, relation));
    statements.add(sql.delete("view_options", "view_name", schema, relation));
    statements.addAll(statistics.relationDropped(schema, relation));
    statements.addAll(new SidePartitions(side).forgotten(schema, relation));
    return statements;
  }

  @Override
  public List<String> schemaDropped(String schema) {
    changes.unknown();
    List<String> statements = new ArrayList<>(statistics.schemaDropped(schema));
    statements.addAll(new SideSchemas(side, objects).dropped(schema));
    return statements;
  }

  @Override
  public void commented() {
    changes.unknown();
  }

  @Override
  public List<String> commented(
      String objectClass, String schema, String object, String part, String comment) {
    changes.unknown();
    return SideSql.isTemporary(schema)
        ? List.of()
        : SideComments.commented(sql, objectClass, schema, object, part, comment);
  }

  @Override
  public List<String> sequenceChanged(String schema, String sequence, SequenceRecord record) {
    changes.changed(schema, sequence);
    if (record.table() != null) {
      changes.changed(schema, record.table());
    }
    if (SideSql.isTemporary(schema)) {
      return List.of();
    }
    return List.of(
        objects.present(SideObjects.RELATION, schema, "", sequence),
        sql.delete("sequences", "sequence_name", schema, sequence),
        "INSERT INTO "
            + side
            + ".sequences VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(schema),
                literal(sequence),
                record.start().toString(),
                Integer.toString(record.type().oid()),
                SideSql.nullable(record.table()),
                SideSql.nullable(record.column()))
            + ")");
  }

  @Override
  public List<String> domainCreated(
      String schema, String name, PgType base, int typmod, Domain domain) {
    changes.unknown();
    return types.domainCreated(schema, name, base, typmod, domain);
  }

  @Override
  public List<String> compositeCreated(String schema, String name, List<ColumnRecord> attributes) {
    changes.unknown();
    return types.compositeCreated(schema, name, attributes);
  }

  @Override
  public List<String> enumChanged(
      String schema, String name, List<String> labelsBefore, List<String> labels) {
    changes.unknown();
    return types.enumChanged(schema, name, labelsBefore, labels);
  }

  @Override
  public List<String> typeDropped(String schema, String name) {
    changes.unknown();
    return types.dropped(schema, name);
  }

  @Override
  public List<String> roleChanged(RoleRecord role) {
    changes.unknown();
    return new SidePrivileges(side).roleChanged(role);
  }

  @Override
  public List<String> roleDropped(String role) {
    changes.unknown();
    return new SidePrivileges(side).roleDropped(role);
  }

  @Override
  public List<String> memberChanged(String role, String member, boolean granted) {
    changes.unknown();
    return new SidePrivileges(side).memberChanged(role, member, granted);
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
    if (kind.equals("TABLE") || kind.equals("SEQUENCE")) {
      changes.changed(schema, object);
    } else {
      changes.unknown();
    }
    return SideSql.isTemporary(schema)
        ? List.of()
        : new SidePrivileges(side)
            .privilegeChanged(
                List.of(kind, EngineNames.engineSchema(schema), object, column, grantee, privilege),
                granted,
                option);
  }

  @Override
  public List<String> partitioned(PartitionedTable table) {
    changes.unknown();
    return new SidePartitions(side).partitioned(table);
  }

  @Override
  public List<String> partitionAdded(Partition partition) {
    changes.unknown();
    return new SidePartitions(side).added(partition);
  }

  @Override
  public List<String> partitionRemoved(Partition partition) {
    changes.unknown();
    return new SidePartitions(side).removed(partition);
  }

  @Override
  public List<String> columnsCopied(
      String sourceSchema, String source, String schema, String view) {
    changes.unknown();
    return List.of(
        sql.delete("column_types", "relation_name", schema, view),
        "INSERT INTO "
            + side
            + ".column_types SELECT * REPLACE ("
            + SideSql.schemaLiteral(schema)
            + " AS schema_name, "
            + literal(view)
            + " AS relation_name) FROM "
            + side
            + ".column_types WHERE "
            + SideSql.named("relation_name", sourceSchema, source));
  }

  @Override
  public List<String> routineChanged(Routine before, Routine after, List<String> texts) {
    changes.unknown();
    return new SideRoutines(side).changed(before, after, texts);
  }

  @Override
  public List<String> routineDropped(Routine routine) {
    changes.unknown();
    return new SideRoutines(side).dropped(routine);
  }

  @Override
  public List<String> routineUsed(RoutineUser user) {
    changes.unknown();
    return SideSql.isTemporary(user.schema()) ? List.of() : new SideRoutines(side).used(user);
  }

  @Override
  public List<String> sequenceDropped(String schema, String sequence) {
    changes.changed(schema, sequence);
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(
            objects.gone(SideObjects.RELATION, schema, "", sequence),
            sql.delete("sequences", "sequence_name", schema, sequence));
  }

  private List<String> forget(String schema, String relation) {
    return List.of(
        sql.delete("column_types", "relation_name", schema, relation),
        sql.delete("constraint_names", "table_name", schema, relation),
        sql.delete("foreign_keys", "table_name", schema, relation),
        sql.delete("view_dependencies", "view_name", schema, relation),
        sql.delete("materialized_views", "view_name", schema, relation),
        sql.delete("privileges", "object_name", schema, relation),
        sql.delete("indexes", "table_name", schema, relation),
        sql.delete("comments", "object_name", schema, relation),
        sql.delete("view_definitions", "view_name", schema, relation));
  }
}
