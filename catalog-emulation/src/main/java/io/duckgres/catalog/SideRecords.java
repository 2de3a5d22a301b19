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
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
      statements.add(insert(schema, table, constraints));
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
    statements.add(
        "INSERT INTO "
            + side
            + ".view_definitions SELECT schema_name, view_name, "
            + literal(definition)
            + ", sql FROM duckdb_views() WHERE database_name = "
            + literal(engineDatabase)
            + " AND "
            + SideSql.named("view_name", schema, view));
    return statements;
  }

  @Override
  public List<String> materialized(String schema, String name, MaterializedView view) {
    changes.changed(schema, name);
    return List.of(
        sql.delete("materialized_views", "view_name", schema, name),
        "INSERT INTO "
            + side
            + ".materialized_views VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(schema),
                literal(name),
                literal(view.definition()),
                literal(view.engineQuery()),
                Boolean.toString(view.populated()))
            + ")");
  }

  @Override
  public List<String> viewDefined(String schema, String view, ViewDefinition definition) {
    changes.changed(schema, view);
    return SideSql.isTemporary(schema)
        ? List.of()
        : new SideViews(side).defined(schema, view, definition);
  }

  @Override
  public List<String> viewRewritten(String schema, String view, String definition) {
    changes.changed(schema, view);
    return new SideViews(side).rewritten(engineDatabase, schema, view, definition);
  }

  @Override
  public List<String> viewReads(String schema, String view, List<ViewDependency> dependencies) {
    changes.changed(schema, view);
    if (SideSql.isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(sql.delete("view_dependencies", "view_name", schema, view));
    for (ViewDependency dependency : dependencies) {
      statements.add(
          "INSERT INTO "
              + side
              + ".view_dependencies VALUES ("
              + String.join(
                  ", ",
                  SideSql.schemaLiteral(schema),
                  literal(view),
                  SideSql.schemaLiteral(dependency.referencedSchema()),
                  literal(dependency.referenced()),
                  SideSql.texts(dependency.columns()))
              + ")");
    }
    return statements;
  }

  @Override
  public List<String> columnChanged(String schema, String table, ColumnRecord column) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return temporaryColumns.columnChanged(schema, table, column);
    }
    List<String> statements = new ArrayList<>(columnDropped(schema, table, column.name()));
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
    return SideSql.isTemporary(schema)
        ? temporaryColumns.columnRenamed(table, from, to)
        : new SideRenames(sql).column(schema, table, from, to);
  }

  @Override
  public List<String> foreignKeyChanged(ForeignKey key) {
    changes.changed(key.schema(), key.table());
    changes.changed(key.referencedSchema(), key.referencedTable());
    String position = "(SELECT coalesce(max(position), 0) + 1 FROM " + side + ".foreign_keys)";
    String values =
        String.join(
            ", ",
            SideSql.schemaLiteral(key.schema()),
            literal(key.table()),
            literal(key.name()),
            SideSql.texts(key.columns()),
            SideSql.schemaLiteral(key.referencedSchema()),
            literal(key.referencedTable()),
            SideSql.texts(key.referencedColumns()),
            key.full() ? "'f'" : "'s'",
            literal(String.valueOf(key.onUpdate().code())),
            literal(String.valueOf(key.onDelete().code())),
            SideSql.texts(key.setColumns()),
            Boolean.toString(key.deferrable()),
            Boolean.toString(key.deferred()),
            Boolean.toString(key.valid()));
    return List.of(
        foreignKeyForgotten(key),
        objects.present(SideObjects.CONSTRAINT, key.schema(), key.table(), key.name()),
        "INSERT INTO " + side + ".foreign_keys SELECT " + values + ", " + position);
  }

  @Override
  public List<String> foreignKeyDropped(ForeignKey key) {
    changes.changed(key.schema(), key.table());
    changes.changed(key.referencedSchema(), key.referencedTable());
    return List.of(
        foreignKeyForgotten(key),
        objects.gone(SideObjects.CONSTRAINT, key.schema(), key.table(), key.name()));
  }

  private String foreignKeyForgotten(ForeignKey key) {
    return sql.delete("foreign_keys", "table_name", key.schema(), key.table())
        + " AND constraint_name = "
        + literal(key.name());
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
    return List.of(
        sql.delete("column_types", "relation_name", schema, table)
            + " AND column_name = "
            + literal(column));
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
    return SideSql.isTemporary(schema)
        ? List.of()
        : List.of(
            objects.present(SideObjects.CONSTRAINT, schema, table, constraint.name()),
            insert(schema, table, List.of(constraint)));
  }

  @Override
  public List<String> constraintsChanged(
      String schema, String table, List<ConstraintRecord> constraints) {
    changes.changed(schema, table);
    if (SideSql.isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.addAll(
        objects.constraints(
            schema, table, constraints.stream().map(ConstraintRecord::name).toList()));
    statements.add(sql.delete("constraint_names", "table_name", schema, table));
    if (!constraints.isEmpty()) {
      statements.add(insert(schema, table, constraints));
    }
    return statements;
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
    statements.addAll(new SidePartitions(side).forgotten(schema, relation));
    return statements;
  }

  @Override
  public List<String> schemaDropped(String schema) {
    changes.unknown();
    List<String> statements = new ArrayList<>();
    for (String table :
        List.of(
            "column_types",
            "domains",
            "constraint_names",
            "foreign_keys",
            "comments",
            "view_definitions",
            "view_options",
            "indexes",
            "view_dependencies",
            "materialized_views",
            "privileges",
            "routines",
            "routine_users",
            "partitioned_tables",
            "partitions",
            "sequences")) {
      statements.add(
          "DELETE FROM "
              + side
              + "."
              + table
              + " WHERE schema_name = "
              + SideSql.schemaLiteral(schema));
    }
    statements.add(
        "DELETE FROM "
            + side
            + ".foreign_keys WHERE referenced_schema = "
            + SideSql.schemaLiteral(schema));
    statements.add(objects.schemaGone(schema));
    return statements;
  }

  @Override
  public List<String> commented(
      String objectClass, String schema, String object, String part, String comment) {
    changes.unknown();
    if (SideSql.isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        sql.delete("comments", "object_name", schema, object)
            + " AND object_class = "
            + literal(objectClass)
            + " AND part = "
            + literal(part));
    if (comment != null) {
      statements.add(
          "INSERT INTO "
              + side
              + ".comments VALUES ("
              + String.join(
                  ", ",
                  literal(objectClass),
                  SideSql.schemaLiteral(schema),
                  literal(object),
                  literal(part),
                  literal(comment))
              + ")");
    }
    return statements;
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
    boolean builtin = base.schema().equals("pg_catalog");
    List<String> statements = new ArrayList<>(typeForgotten(schema, name));
    statements.add(objects.present(SideObjects.TYPE, schema, "", name));
    statements.add(
        "INSERT INTO "
            + side
            + ".domains VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(schema),
                literal(name),
                builtin ? Integer.toString(base.oid()) : "NULL",
                literal(builtin ? "pg_catalog" : EngineNames.engineSchema(base.schema())),
                literal(base.name()),
                Integer.toString(typmod),
                Boolean.toString(domain.notNull()),
                SideSql.nullable(domain.defaultText()),
                SideSql.texts(domain.checks().stream().map(Domain.Check::name).toList()),
                SideSql.texts(domain.checks().stream().map(Domain.Check::text).toList()),
                SideSql.texts(domain.checks().stream().map(Domain.Check::sql).toList()),
                SideSql.nullable(domain.defaultSql()))
            + ")");
    return statements;
  }

  @Override
  public List<String> compositeCreated(String schema, String name, List<ColumnRecord> attributes) {
    changes.unknown();
    List<String> statements = new ArrayList<>(typeForgotten(schema, name));
    statements.add(objects.present(SideObjects.TYPE, schema, "", name));
    // All of them, for the engine's catalog lists no fields.
    String rows =
        attributes.stream()
            .map(a -> columnTypes.row(schema, name, a))
            .collect(Collectors.joining(", "));
    statements.add("INSERT INTO " + side + ".column_types VALUES " + rows);
    return statements;
  }

  @Override
  public List<String> enumChanged(
      String schema, String name, List<String> labelsBefore, List<String> labels) {
    changes.unknown();
    String defaults = "default_text";
    for (int i = 0; labels.size() == labelsBefore.size() && i < labels.size(); i++) {
      if (!labels.get(i).equals(labelsBefore.get(i))) {
        defaults =
            "replace(default_text, "
                + literal(literal(labelsBefore.get(i)) + "::")
                + ", "
                + literal(literal(labels.get(i)) + "::")
                + ")";
      }
    }
    return List.of(
        "UPDATE "
            + side
            + ".column_types SET engine_type = replace(engine_type, "
            + literal(UserTypes.enumText(labelsBefore))
            + ", "
            + literal(UserTypes.enumText(labels))
            + "), default_text = "
            + defaults
            + " WHERE type_schema = "
            + SideSql.schemaLiteral(schema)
            + " AND type_name = "
            + literal(name));
  }

  @Override
  public List<String> typeDropped(String schema, String name) {
    changes.unknown();
    List<String> statements = new ArrayList<>(typeForgotten(schema, name));
    statements.add(objects.gone(SideObjects.TYPE, schema, "", name));
    return statements;
  }

  private List<String> typeForgotten(String schema, String name) {
    return List.of(
        sql.delete("domains", "domain_name", schema, name),
        sql.delete("column_types", "relation_name", schema, name));
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

  private String insert(String schema, String table, List<ConstraintRecord> constraints) {
    return "INSERT INTO "
        + side
        + ".constraint_names VALUES "
        + constraints.stream()
            .map(constraint -> row(schema, table, constraint))
            .collect(Collectors.joining(", "));
  }

  private static String row(String schema, String table, ConstraintRecord constraint) {
    return "("
        + String.join(
            ", ",
            SideSql.schemaLiteral(schema),
            literal(table),
            literal(String.valueOf(constraint.kind().code())),
            SideSql.texts(constraint.columns()),
            Integer.toString(constraint.position()),
            literal(constraint.name()),
            SideSql.nullable(constraint.expression()))
        + ")";
  }
}
