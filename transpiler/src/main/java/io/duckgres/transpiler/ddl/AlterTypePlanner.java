package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.catalog.ViewDependency;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.DefinitionStatement.AlterComposite;
import io.duckgres.transpiler.statement.DefinitionStatement.AlterEnum;
import io.duckgres.transpiler.statement.DefinitionStatement.AttributeAction;
import io.duckgres.transpiler.statement.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * ALTER TYPE of enums and composite types: the engine's type is created anew, and tables with
 * columns of it are rebuilt.
 *
 * <p>Source of checks: {@code src/backend/catalog/pg_enum.c} (AddEnumLabel, RenameEnumLabel).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-altertype.html">ALTER TYPE</a>
 */
final class AlterTypePlanner {
  private final DefinitionContext context;

  AlterTypePlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(AlterEnum statement, Steps steps) {
    PgType type = existing(statement.name());
    if (type.kind() != TypeKind.ENUM) {
      throw Errors.of(SqlState.WRONG_OBJECT_TYPE, "\"" + statement.name() + "\" is not an enum");
    }
    List<String> before = context.catalog().labelsOf(type);
    List<String> labels = new ArrayList<>(before);
    String added = statement.newLabel() == null ? statement.label() : statement.newLabel();
    if (statement.newLabel() != null) {
      if (!labels.contains(statement.label())) {
        throw noLabel(statement.label());
      }
      if (labels.contains(added)) {
        throw exists(added);
      }
      labels.set(labels.indexOf(statement.label()), added);
    } else {
      if (labels.contains(added)) {
        if (!statement.ifNotExists()) {
          throw exists(added);
        }
        steps.notice(
            PgNotice.notice(
                SqlState.DUPLICATE_OBJECT,
                "enum label \"" + added + "\" already exists, skipping"));
        return;
      }
      labels.add(place(statement, labels), added);
    }
    String list = labels.stream().map(EngineSql::literal).collect(Collectors.joining(", "));
    Map<String, String> renamed =
        statement.newLabel() == null ? Map.of() : Map.of(statement.label(), added);
    List<Relation> tables = tables(type);
    NewObject object = object(type);
    // The values lie as texts until the new type is there.
    RenamedLabel label =
        statement.newLabel() == null ? null : new RenamedLabel(type, statement.label(), added);
    for (Relation table : tables) {
      rebuild(table, type, column -> text(column, renamed), "VARCHAR", null, steps);
    }
    steps.add("DROP TYPE " + object.sql());
    steps.add("CREATE TYPE " + object.sql() + " AS ENUM (" + list + ")");
    for (Relation table : tables) {
      rebuild(table, type, EngineSql::name, object.sql(), label, steps);
    }
    steps.addAll(context.records().enumChanged(type.schema(), type.name(), before, labels));
  }

  private static String text(String column, Map<String, String> renamed) {
    String value = EngineSql.name(column);
    for (Map.Entry<String, String> label : renamed.entrySet()) {
      value =
          "CASE WHEN CAST("
              + value
              + " AS VARCHAR) = "
              + EngineSql.literal(label.getKey())
              + " THEN "
              + EngineSql.literal(label.getValue())
              + " ELSE CAST("
              + value
              + " AS VARCHAR) END";
    }
    return value;
  }

  private static int place(AlterEnum statement, List<String> labels) {
    if (statement.neighbour() == null) {
      return labels.size();
    }
    int at = labels.indexOf(statement.neighbour());
    if (at < 0) {
      throw noLabel(statement.neighbour());
    }
    return statement.before() ? at : at + 1;
  }

  private static io.duckgres.pgtype.PgException noLabel(String label) {
    return Errors.of(
        SqlState.INVALID_PARAMETER_VALUE, "\"" + label + "\" is not an existing enum label");
  }

  private static io.duckgres.pgtype.PgException exists(String label) {
    return Errors.of(SqlState.DUPLICATE_OBJECT, "enum label \"" + label + "\" already exists");
  }

  private PgType existing(ObjectName name) {
    PgType type = context.lookup().type(name);
    if (type == null) {
      throw Errors.of(SqlState.UNDEFINED_OBJECT, "type \"" + name + "\" does not exist");
    }
    return type;
  }

  private NewObject object(PgType type) {
    List<String> name = new ArrayList<>(context.catalog().engineSchema(type.schema()));
    name.add(type.name());
    return new NewObject(type.schema(), type.name(), name);
  }

  /** Tables with columns of the type; what we can't carry over is refused. */
  private List<Relation> tables(PgType type) {
    PgType array = context.catalog().arrayOf(type);
    List<Relation> tables = new ArrayList<>();
    for (Relation relation : context.catalog().relations()) {
      boolean uses = relation.attributes().stream().anyMatch(a -> type.equals(a.type()));
      boolean usesArray =
          array != null && relation.attributes().stream().anyMatch(a -> array.equals(a.type()));
      if (usesArray || uses && relation.kind() != Relation.Kind.TABLE) {
        throw Errors.notSupported(
            -1, "altering a type that arrays or views are of (" + relation.name() + ")");
      }
      if (uses) {
        for (ViewDependency dependency : context.catalog().viewDependencies()) {
          if (dependency.readsFrom(relation)) {
            throw Errors.notSupported(
                -1, "altering a type of a table that view " + dependency.view() + " reads");
          }
        }
        tables.add(relation);
      }
    }
    return tables;
  }

  private void rebuild(
      Relation table,
      PgType type,
      java.util.function.UnaryOperator<String> value,
      String storage,
      RenamedLabel label,
      Steps steps) {
    StoredTable before = TableRebuild.stored(context, table);
    StoredTable stored = label == null ? before : label.in(before);
    NewObject object = new NewObject(table.schema(), table.name(), table.engineName());
    IndexRecreation indexes = new IndexRecreation(stored, object);
    List<Attribute> columns = new ArrayList<>();
    Map<String, String> sources = new HashMap<>();
    boolean asText = storage.equals("VARCHAR");
    for (Attribute column : table.attributes()) {
      if (type.equals(column.type())) {
        Attribute typed = label == null ? column : label.in(column);
        columns.add(asText ? column.stored("VARCHAR") : typed);
        sources.put(column.name(), "CAST(" + value.apply(column.name()) + " AS " + storage + ")");
      } else {
        columns.add(column);
      }
    }
    if (asText) {
      steps.addAll(indexes.before());
    }
    steps.addAll(
        new TableRebuild(context, object, stored)
            .statements(columns, asText ? List.of() : stored.constraints(), sources));
    if (!asText) {
      steps.addAll(
          context
              .records()
              .constraintsChanged(
                  table.schema(), table.name(), TableRebuild.renumbered(stored.constraints())));
      steps.addAll(indexes.after(table, List.of(), List.of(), null, context.records()));
      for (StoredTable.Index index :
          label == null ? List.<StoredTable.Index>of() : stored.indexes()) {
        if (index.record() != null) {
          steps.addAll(
              context.records().indexCreated(table.schema(), index.name(), index.record()));
        }
      }
    }
  }

  void plan(AlterComposite statement, Steps steps) {
    PgType type = existing(statement.name());
    boolean standalone =
        type.kind() == TypeKind.COMPOSITE
            && context.catalog().relation(type.schema(), type.name()) == null;
    if (!standalone) {
      throw Errors.of(
          SqlState.WRONG_OBJECT_TYPE, "\"" + statement.name() + "\" is not a composite type");
    }
    List<ColumnRecord> fields = new ArrayList<>();
    for (Attribute field : context.catalog().fieldsOf(type)) {
      fields.add(
          new ColumnRecord(
              field.number(),
              field.name(),
              field.type(),
              field.typmod(),
              context
                  .types()
                  .storage(
                      io.duckgres.transpiler.tree.ExpressionType.ofValues(field), field.name(), -1),
              null,
              null,
              null));
    }
    List<Relation> tables = tables(type);
    for (AttributeAction action : statement.actions()) {
      apply(action, type, fields, tables, steps);
    }
    NewObject object = object(type);
    steps.add("DROP TYPE " + object.sql());
    steps.add("CREATE TYPE " + object.sql() + " AS " + CompositePlanner.struct(fields));
    steps.addAll(context.records().compositeCreated(type.schema(), type.name(), fields));
  }

  private void apply(
      AttributeAction action,
      PgType type,
      List<ColumnRecord> fields,
      List<Relation> tables,
      Steps steps) {
    String change;
    if (action.add() != null) {
      String name = action.add().name();
      if (find(fields, name) != null) {
        throw Errors.of(
            SqlState.DUPLICATE_COLUMN,
            "column \"" + name + "\" of relation \"" + type.name() + "\" already exists");
      }
      int last = fields.stream().mapToInt(ColumnRecord::number).max().orElse(0);
      ColumnRecord added = new CompositePlanner(context).record(action.add(), last + 1);
      fields.add(added);
      change = "ADD COLUMN %s." + EngineSql.name(name) + " " + added.engineType();
    } else {
      ColumnRecord found = find(fields, action.attribute());
      if (found == null) {
        if (action.ifExists()) {
          steps.notice(
              PgNotice.skipping(
                  "column \""
                      + action.attribute()
                      + "\" of relation \""
                      + type.name()
                      + "\" does not exist, skipping"));
          return;
        }
        throw action.newName() == null
            ? Errors.noColumn(action.attribute(), type.name())
            : Errors.of(
                SqlState.UNDEFINED_COLUMN, "column \"" + action.attribute() + "\" does not exist");
      }
      String field = EngineSql.name(action.attribute());
      if (action.newName() == null) {
        if (fields.size() == 1) {
          throw Errors.notSupported(-1, "a composite type without attributes");
        }
        fields.remove(found);
        change = "DROP COLUMN %s." + field;
      } else {
        fields.set(
            fields.indexOf(found),
            new ColumnRecord(
                found.number(),
                action.newName(),
                found.type(),
                found.typmod(),
                found.engineType(),
                null,
                null,
                null));
        change = "RENAME COLUMN %s." + field + " TO " + EngineSql.name(action.newName());
      }
    }
    for (Relation table : tables) {
      for (Attribute column : table.attributes()) {
        if (type.equals(column.type())) {
          steps.add(
              "ALTER TABLE "
                  + EngineSql.name(table.engineName())
                  + " "
                  + change.replace("%s", EngineSql.name(column.name())));
        }
      }
    }
  }

  private static ColumnRecord find(List<ColumnRecord> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
  }
}
