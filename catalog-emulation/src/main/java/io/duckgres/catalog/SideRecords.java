package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.RoleRecord;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the records in the side schema of the user's database; see {@link SideSchema}. Temporary
 * objects have none: the side schema outlives them.
 */
final class SideRecords implements ColumnTypeRecords {
  private final String side;
  private final String engineDatabase;
  private final CatalogSnapshot snapshot;

  /**
   * @param snapshot tells the labels and base types of users' types
   */
  SideRecords(String engineDatabase, CatalogSnapshot snapshot) {
    this.side = SideSchema.qualifiedName(engineDatabase);
    this.engineDatabase = engineDatabase;
    this.snapshot = snapshot;
  }

  @Override
  public List<String> tableCreated(
      String schema, String table, List<ColumnRecord> columns, List<ConstraintRecord> constraints) {
    if (isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>(forget(schema, table));
    insertColumns(statements, schema, table, columns);
    for (ConstraintRecord constraint : constraints) {
      statements.add(insert(schema, table, constraint));
    }
    return statements;
  }

  @Override
  public List<String> viewCreated(
      String schema, String view, List<ColumnRecord> columns, String definition) {
    if (isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>(forget(schema, view));
    insertColumns(statements, schema, view, columns);
    statements.add(
        "INSERT INTO "
            + side
            + ".view_definitions SELECT schema_name, view_name, "
            + literal(definition)
            + ", sql FROM duckdb_views() WHERE database_name = "
            + literal(engineDatabase)
            + " AND "
            + named("view_name", schema, view));
    return statements;
  }

  @Override
  public List<String> materialized(String schema, String name, MaterializedView view) {
    return List.of(
        delete("materialized_views", "view_name", schema, name),
        "INSERT INTO "
            + side
            + ".materialized_views VALUES ("
            + String.join(
                ", ",
                schemaLiteral(schema),
                literal(name),
                literal(view.definition()),
                literal(view.engineQuery()),
                Boolean.toString(view.populated()))
            + ")");
  }

  @Override
  public List<String> viewReads(String schema, String view, List<ViewDependency> dependencies) {
    if (isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(delete("view_dependencies", "view_name", schema, view));
    for (ViewDependency dependency : dependencies) {
      statements.add(
          "INSERT INTO "
              + side
              + ".view_dependencies VALUES ("
              + String.join(
                  ", ",
                  schemaLiteral(schema),
                  literal(view),
                  schemaLiteral(dependency.referencedSchema()),
                  literal(dependency.referenced()),
                  list(dependency.columns()))
              + ")");
    }
    return statements;
  }

  @Override
  public List<String> columnChanged(String schema, String table, ColumnRecord column) {
    if (isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>(columnDropped(schema, table, column.name()));
    insertColumns(statements, schema, table, List.of(column));
    return statements;
  }

  @Override
  public List<String> defaultCopied(
      String schema, String table, String column, String sourceSchema, String source) {
    if (isTemporary(schema)) {
      return List.of();
    }
    String named = " AND column_name = " + literal(column);
    String text =
        isTemporary(sourceSchema)
            ? "NULL"
            : "(SELECT default_text FROM "
                + side
                + ".column_types WHERE "
                + named("relation_name", sourceSchema, source)
                + named
                + ")";
    return List.of(
        update("column_types", "default_text = " + text, "relation_name", schema, table) + named);
  }

  @Override
  public List<String> columnRenamed(String schema, String table, String from, String to) {
    if (isTemporary(schema)) {
      return List.of();
    }
    String replaced =
        "list_transform(column_names, lambda c: CASE WHEN c = "
            + literal(from)
            + " THEN "
            + literal(to)
            + " ELSE c END)";
    return List.of(
        update("column_types", "column_name = " + literal(to), "relation_name", schema, table)
            + " AND column_name = "
            + literal(from),
        // The engine's own text, which follows the name, stands for a check's from now on.
        update(
            "constraint_names",
            "definition = NULL, column_names = " + replaced,
            "table_name",
            schema,
            table),
        update("sequences", "column_name = " + literal(to), "table_name", schema, table)
            + " AND column_name = "
            + literal(from),
        update(
            "foreign_keys",
            "column_names = "
                + replaced
                + ", set_column_names = "
                + replaced.replace("column_names", "set_column_names"),
            "table_name",
            schema,
            table),
        "UPDATE "
            + side
            + ".foreign_keys SET referenced_column_names = "
            + replaced.replace("column_names", "referenced_column_names")
            + " WHERE "
            + referenced(schema, table),
        "UPDATE "
            + side
            + ".view_dependencies SET column_names = "
            + replaced
            + " WHERE "
            + referenced(schema, table).replace("referenced_table", "referenced_name"),
        update(
            "indexes",
            "key_columns = "
                + replaced.replace("column_names", "key_columns")
                + ", included = "
                + replaced.replace("column_names", "included"),
            "table_name",
            schema,
            table));
  }

  private static String referenced(String schema, String table) {
    return "referenced_schema = "
        + schemaLiteral(schema)
        + " AND referenced_table = "
        + literal(table);
  }

  @Override
  public List<String> foreignKeyChanged(ForeignKey key) {
    String position = "(SELECT coalesce(max(position), 0) + 1 FROM " + side + ".foreign_keys)";
    String values =
        String.join(
            ", ",
            schemaLiteral(key.schema()),
            literal(key.table()),
            literal(key.name()),
            list(key.columns()),
            schemaLiteral(key.referencedSchema()),
            literal(key.referencedTable()),
            list(key.referencedColumns()),
            key.full() ? "'f'" : "'s'",
            literal(String.valueOf(key.onUpdate().code())),
            literal(String.valueOf(key.onDelete().code())),
            list(key.setColumns()),
            Boolean.toString(key.deferrable()),
            Boolean.toString(key.deferred()),
            Boolean.toString(key.valid()));
    List<String> statements = new ArrayList<>(foreignKeyDropped(key));
    statements.add("INSERT INTO " + side + ".foreign_keys SELECT " + values + ", " + position);
    return statements;
  }

  @Override
  public List<String> foreignKeyDropped(ForeignKey key) {
    return List.of(
        delete("foreign_keys", "table_name", key.schema(), key.table())
            + " AND constraint_name = "
            + literal(key.name()));
  }

  @Override
  public List<String> columnDropped(String schema, String table, String column) {
    if (isTemporary(schema)) {
      return List.of();
    }
    return List.of(
        delete("column_types", "relation_name", schema, table)
            + " AND column_name = "
            + literal(column));
  }

  @Override
  public List<String> indexesDropped(String schema, String table, String column) {
    return isTemporary(schema)
        ? List.of()
        : List.of(
            delete("indexes", "table_name", schema, table)
                + " AND (list_contains(key_columns, "
                + literal(column)
                + ") OR list_contains(included, "
                + literal(column)
                + "))");
  }

  @Override
  public List<String> indexDropped(String schema, String index) {
    return isTemporary(schema)
        ? List.of()
        : List.of(delete("indexes", "index_name", schema, index));
  }

  @Override
  public List<String> indexRenamed(String schema, String from, String to) {
    return isTemporary(schema)
        ? List.of()
        : List.of(update("indexes", "index_name = " + literal(to), "index_name", schema, from));
  }

  @Override
  public List<String> constraintAdded(String schema, String table, ConstraintRecord constraint) {
    return isTemporary(schema) ? List.of() : List.of(insert(schema, table, constraint));
  }

  @Override
  public List<String> constraintsChanged(
      String schema, String table, List<ConstraintRecord> constraints) {
    if (isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(delete("constraint_names", "table_name", schema, table));
    for (ConstraintRecord constraint : constraints) {
      statements.add(insert(schema, table, constraint));
    }
    return statements;
  }

  @Override
  public List<String> indexCreated(String schema, String index, IndexRecord record) {
    return isTemporary(schema)
        ? List.of()
        : List.of(
            delete("indexes", "index_name", schema, index),
            SideIndexes.insert(side, schema, index, record));
  }

  @Override
  public List<String> relationRenamed(String schema, String from, String to) {
    if (isTemporary(schema)) {
      return List.of();
    }
    String newName = literal(to);
    return List.of(
        update("column_types", "relation_name = " + newName, "relation_name", schema, from),
        update("constraint_names", "table_name = " + newName, "table_name", schema, from),
        update("comments", "object_name = " + newName, "object_name", schema, from),
        update("sequences", "table_name = " + newName, "table_name", schema, from),
        update("foreign_keys", "table_name = " + newName, "table_name", schema, from),
        "UPDATE "
            + side
            + ".foreign_keys SET referenced_table = "
            + newName
            + " WHERE "
            + referenced(schema, from),
        update("view_dependencies", "view_name = " + newName, "view_name", schema, from),
        update("materialized_views", "view_name = " + newName, "view_name", schema, from),
        update("privileges", "object_name = " + newName, "object_name", schema, from),
        update("indexes", "table_name = " + newName, "table_name", schema, from),
        "UPDATE "
            + side
            + ".view_dependencies SET referenced_name = "
            + newName
            + " WHERE "
            + referenced(schema, from).replace("referenced_table", "referenced_name"),
        update(
            "view_definitions",
            "view_name = "
                + newName
                + ", engine_sql = coalesce((SELECT any_value(sql) FROM duckdb_views() v "
                + "WHERE v.database_name = "
                + literal(engineDatabase)
                + " AND v.schema_name = "
                + schemaLiteral(schema)
                + " AND v.view_name = "
                + newName
                + "), '')",
            "view_name",
            schema,
            from));
  }

  @Override
  public List<String> relationDropped(String schema, String relation) {
    return isTemporary(schema) ? List.of() : forget(schema, relation);
  }

  @Override
  public List<String> schemaDropped(String schema) {
    List<String> statements = new ArrayList<>();
    for (String table :
        List.of(
            "column_types",
            "domains",
            "constraint_names",
            "foreign_keys",
            "comments",
            "view_definitions",
            "indexes",
            "view_dependencies",
            "materialized_views",
            "privileges",
            "sequences")) {
      statements.add(
          "DELETE FROM " + side + "." + table + " WHERE schema_name = " + schemaLiteral(schema));
    }
    statements.add(
        "DELETE FROM " + side + ".foreign_keys WHERE referenced_schema = " + schemaLiteral(schema));
    return statements;
  }

  @Override
  public List<String> commented(
      String objectClass, String schema, String object, String part, String comment) {
    if (isTemporary(schema)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        delete("comments", "object_name", schema, object)
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
                  schemaLiteral(schema),
                  literal(object),
                  literal(part),
                  literal(comment))
              + ")");
    }
    return statements;
  }

  @Override
  public List<String> sequenceChanged(String schema, String sequence, SequenceRecord record) {
    if (isTemporary(schema)) {
      return List.of();
    }
    return List.of(
        delete("sequences", "sequence_name", schema, sequence),
        "INSERT INTO "
            + side
            + ".sequences VALUES ("
            + String.join(
                ", ",
                schemaLiteral(schema),
                literal(sequence),
                record.start().toString(),
                Integer.toString(record.type().oid()),
                nullable(record.table()),
                nullable(record.column()))
            + ")");
  }

  @Override
  public List<String> domainCreated(
      String schema, String name, PgType base, int typmod, Domain domain) {
    boolean builtin = base.schema().equals("pg_catalog");
    List<String> statements = new ArrayList<>(typeDropped(schema, name));
    statements.add(
        "INSERT INTO "
            + side
            + ".domains VALUES ("
            + String.join(
                ", ",
                schemaLiteral(schema),
                literal(name),
                builtin ? Integer.toString(base.oid()) : "NULL",
                literal(builtin ? "pg_catalog" : EngineNames.engineSchema(base.schema())),
                literal(base.name()),
                Integer.toString(typmod),
                Boolean.toString(domain.notNull()),
                nullable(domain.defaultText()),
                list(domain.checks().stream().map(Domain.Check::name).toList()),
                list(domain.checks().stream().map(Domain.Check::text).toList()),
                list(domain.checks().stream().map(Domain.Check::sql).toList()),
                nullable(domain.defaultSql()))
            + ")");
    return statements;
  }

  @Override
  public List<String> compositeCreated(String schema, String name, List<ColumnRecord> attributes) {
    List<String> statements = new ArrayList<>(typeDropped(schema, name));
    // All of them, for the engine's catalog lists no fields.
    String rows =
        attributes.stream().map(a -> row(schema, name, a)).collect(Collectors.joining(", "));
    statements.add("INSERT INTO " + side + ".column_types VALUES " + rows);
    return statements;
  }

  private static String list(List<String> texts) {
    return texts.stream()
        .map(EngineNames::literal)
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
  }

  @Override
  public List<String> enumChanged(
      String schema, String name, List<String> labelsBefore, List<String> labels) {
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
            + literal(spelling(labelsBefore))
            + ", "
            + literal(spelling(labels))
            + "), default_text = "
            + defaults
            + " WHERE type_schema = "
            + schemaLiteral(schema)
            + " AND type_name = "
            + literal(name));
  }

  private static String spelling(List<String> labels) {
    return labels.stream()
        .map(EngineNames::literal)
        .collect(Collectors.joining(", ", "ENUM(", ")"));
  }

  @Override
  public List<String> typeDropped(String schema, String name) {
    return List.of(
        delete("domains", "domain_name", schema, name),
        delete("column_types", "relation_name", schema, name));
  }

  @Override
  public List<String> roleChanged(RoleRecord role) {
    return new SidePrivileges(side).roleChanged(role);
  }

  @Override
  public List<String> roleDropped(String role) {
    return new SidePrivileges(side).roleDropped(role);
  }

  @Override
  public List<String> memberChanged(String role, String member, boolean granted) {
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
    return isTemporary(schema)
        ? List.of()
        : new SidePrivileges(side)
            .privilegeChanged(
                List.of(kind, EngineNames.engineSchema(schema), object, column, grantee, privilege),
                granted,
                option);
  }

  @Override
  public List<String> sequenceDropped(String schema, String sequence) {
    return isTemporary(schema)
        ? List.of()
        : List.of(delete("sequences", "sequence_name", schema, sequence));
  }

  private List<String> forget(String schema, String relation) {
    return List.of(
        delete("column_types", "relation_name", schema, relation),
        delete("constraint_names", "table_name", schema, relation),
        delete("foreign_keys", "table_name", schema, relation),
        delete("view_dependencies", "view_name", schema, relation),
        delete("materialized_views", "view_name", schema, relation),
        delete("privileges", "object_name", schema, relation),
        delete("indexes", "table_name", schema, relation),
        delete("comments", "object_name", schema, relation),
        delete("view_definitions", "view_name", schema, relation));
  }

  private void insertColumns(
      List<String> statements, String schema, String relation, List<ColumnRecord> columns) {
    StringBuilder rows = new StringBuilder();
    for (ColumnRecord column : columns) {
      if (isNeeded(column)) {
        rows.append(rows.length() == 0 ? "" : ", ").append(row(schema, relation, column));
      }
    }
    if (rows.length() > 0) {
      statements.add("INSERT INTO " + side + ".column_types VALUES " + rows);
    }
  }

  private static boolean isNeeded(ColumnRecord column) {
    if (column.identity() != null || column.generated() != null || column.defaultText() != null) {
      return true;
    }
    DuckDbTypes.Shown shown = DuckDbTypes.shownAs(column.engineType());
    return !column.type().equals(shown.type()) || column.typmod() != shown.typmod();
  }

  private String row(String schema, String relation, ColumnRecord column) {
    PgType type = column.type();
    boolean builtin = type.schema().equals("pg_catalog");
    return "("
        + String.join(
            ", ",
            schemaLiteral(schema),
            literal(relation),
            literal(column.name()),
            Integer.toString(column.number()),
            literal(engineType(column)),
            builtin ? Integer.toString(type.oid()) : "NULL",
            literal(builtin ? "pg_catalog" : EngineNames.engineSchema(type.schema())),
            literal(type.name()),
            Integer.toString(column.typmod()),
            nullable(column.generated()),
            nullable(column.identity()),
            nullable(column.defaultText()))
        + ")";
  }

  /** The engine's type as its catalog spells it, users' types resolved as the engine does. */
  private String engineType(ColumnRecord column) {
    PgType type = column.type();
    if (type.schema().equals("pg_catalog")) {
      return column.engineType();
    }
    if (type.isArray()) {
      PgType element = snapshot.elementOf(type);
      // A STRUCT is compared without its fields and brackets.
      return element == null || element.kind() == TypeKind.COMPOSITE
          ? "STRUCT"
          : spelling(element) + "[]";
    }
    return spelling(type);
  }

  private String spelling(PgType type) {
    switch (type.kind()) {
      case ENUM -> {
        List<String> labels = new ArrayList<>();
        for (String label : snapshot.labelsOf(type)) {
          labels.add(literal(label));
        }
        return "ENUM(" + String.join(", ", labels) + ")";
      }
      case DOMAIN -> {
        PgType base = snapshot.typeByOid(type.baseOid());
        String storage = DuckDbTypes.storageOf(base, type.baseTypmod());
        return storage != null ? storage : spelling(base);
      }
      default -> {
        return "STRUCT";
      }
    }
  }

  private String insert(String schema, String table, ConstraintRecord constraint) {
    List<String> columns = new ArrayList<>();
    for (String column : constraint.columns()) {
      columns.add(literal(column));
    }
    return "INSERT INTO "
        + side
        + ".constraint_names VALUES ("
        + String.join(
            ", ",
            schemaLiteral(schema),
            literal(table),
            literal(String.valueOf(constraint.kind().code())),
            "[" + String.join(", ", columns) + "]::VARCHAR[]",
            Integer.toString(constraint.position()),
            literal(constraint.name()),
            nullable(constraint.expression()))
        + ")";
  }

  private String delete(String sideTable, String nameColumn, String schema, String name) {
    return "DELETE FROM " + side + "." + sideTable + " WHERE " + named(nameColumn, schema, name);
  }

  private String update(
      String sideTable, String change, String nameColumn, String schema, String name) {
    String where = " WHERE " + named(nameColumn, schema, name);
    return "UPDATE " + side + "." + sideTable + " SET " + change + where;
  }

  private static String named(String nameColumn, String schema, String name) {
    return "schema_name = " + schemaLiteral(schema) + " AND " + nameColumn + " = " + literal(name);
  }

  private static String schemaLiteral(String schema) {
    return literal(EngineNames.engineSchema(schema));
  }

  private static String nullable(Object value) {
    return value == null ? "NULL" : literal(value.toString());
  }

  private static boolean isTemporary(String schema) {
    return schema.equals("pg_temp");
  }
}
