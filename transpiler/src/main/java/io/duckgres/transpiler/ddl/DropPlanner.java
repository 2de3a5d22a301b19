package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.DefinitionStatement.Drop;
import io.duckgres.transpiler.statement.ObjectKind;
import io.duckgres.transpiler.statement.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * DROP, one engine statement per name.
 *
 * <p>Source of messages: {@code src/backend/commands/tablecmds.c} (DropErrorMsgNonExistent,
 * DropErrorMsgWrongType).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-droptable.html">DROP TABLE</a> and its
 *     neighbours
 */
final class DropPlanner {
  private final DefinitionContext context;
  private final Set<String> dropped = new LinkedHashSet<>();

  DropPlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(Drop statement) {
    if (statement.concurrently() && statement.names().size() > 1) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED,
          "DROP INDEX CONCURRENTLY does not support dropping multiple objects");
    }
    Steps steps = new Steps();
    dependents(statement, steps);
    for (ObjectName name : statement.names()) {
      switch (statement.kind()) {
        case SCHEMA -> schema(name, statement, steps);
        case TYPE, DOMAIN -> type(name, statement, steps);
        default -> relation(name, statement, steps);
      }
    }
    BlockRule rule =
        statement.concurrently()
            ? BlockRule.outside("DROP INDEX CONCURRENTLY")
            : BlockRule.ANYWHERE;
    return steps.definition("DROP " + statement.kind().sql(), rule);
  }

  /** What depends on the named relations goes first. */
  private void dependents(Drop statement, Steps steps) {
    switch (statement.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> {
        Dependents dependents = new Dependents(context);
        List<Relation> relations = new ArrayList<>();
        for (ObjectName name : statement.names()) {
          Relation relation = context.lookup().relation(name);
          if (relation != null && RelationKinds.of(relation) == statement.kind()) {
            relations.add(relation);
            dependents.without(relation);
          }
        }
        relations.forEach(dependents::of);
        dependents.drop(
            String.join(", ", relations.stream().map(dependents::described).toList()),
            statement.cascade(),
            steps);
      }
      default -> {
        // Other kinds look after themselves.
      }
    }
  }

  private void relation(ObjectName name, Drop statement, Steps steps) {
    if (isSchemaMissing(name, statement, steps)) {
      return;
    }
    Relation relation = context.lookup().relation(name);
    ObjectKind kind = statement.kind();
    if (relation == null) {
      missing(
          statement,
          steps,
          kind == ObjectKind.INDEX ? SqlState.UNDEFINED_OBJECT : SqlState.UNDEFINED_TABLE,
          kind.word() + " \"" + name.name() + "\" does not exist");
      return;
    }
    RelationKinds.demand(kind, relation);
    refuseSystem(relation);
    refuseConstraint(relation);
    if (dropped.add(EngineSql.name(relation.engineName()))) {
      if (relation.kind() == Relation.Kind.PARTITION) {
        new PartitionPlanner(context).drop(relation, steps);
        return;
      }
      if (relation.kind() == Relation.Kind.TABLE) {
        new PartitionPlanner(context).dropAll(relation, steps);
      }
      // CASCADE would make the engine drop a sequence's tables, not their defaults. Of what depends
      // on tables, views and indexes it knows nothing that CASCADE would change.
      boolean index = relation.kind() == Relation.Kind.INDEX;
      steps.add(
          "DROP "
              + RelationKinds.engineWord(relation)
              // An index may be only recorded.
              + (index ? " IF EXISTS " : " ")
              + EngineSql.name(relation.engineName()));
      if (index) {
        steps.addAll(context.records().indexDropped(relation.schema(), relation.name()));
      }
      if (relation.kind() == Relation.Kind.SEQUENCE) {
        steps.addAll(context.records().sequenceDropped(relation.schema(), relation.name()));
      } else if (relation.kind() != Relation.Kind.INDEX) {
        steps.addAll(context.records().relationDropped(relation.schema(), relation.name()));
        dropOwned(context, relation, null, steps);
      }
    }
  }

  /**
   * Drops the sequences that a table owns.
   *
   * @param column the owning column, null for all of them
   */
  static void dropOwned(DefinitionContext context, Relation table, String column, Steps steps) {
    for (SequenceState sequence : context.catalog().sequences()) {
      boolean owned =
          sequence.relation().schema().equals(table.schema())
              && table.name().equals(sequence.record().table())
              && (column == null || column.equals(sequence.record().column()));
      if (owned) {
        Relation relation = sequence.relation();
        steps.add("DROP SEQUENCE IF EXISTS " + EngineSql.name(relation.engineName()));
        steps.addAll(context.records().sequenceDropped(relation.schema(), relation.name()));
      }
    }
  }

  private void schema(ObjectName name, Drop statement, Steps steps) {
    String schema = name.name();
    if (!context.catalog().hasSchema(schema)) {
      missing(
          statement,
          steps,
          SqlState.INVALID_SCHEMA_NAME,
          "schema \"" + schema + "\" does not exist");
      return;
    }
    if (ObjectLookup.isSystem(schema)) {
      throw Errors.of(
          SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
          "cannot drop schema " + schema + " because it is required by the database system");
    }
    if (schema.equals("public")) {
      throw Errors.notSupported(-1, "dropping schema \"public\"");
    }
    boolean used = context.catalog().relations().stream().anyMatch(r -> r.schema().equals(schema));
    used |= context.catalog().routines().stream().anyMatch(r -> r.schema().equals(schema));
    if (used && !statement.cascade()) {
      throw dependents("schema " + schema);
    }
    if (dropped.add(schema)) {
      steps.add(
          "DROP SCHEMA "
              + EngineSql.name(context.catalog().engineSchema(schema))
              + (statement.cascade() ? " CASCADE" : ""));
      steps.addAll(context.records().schemaDropped(schema));
    }
  }

  private void type(ObjectName name, Drop statement, Steps steps) {
    if (isSchemaMissing(name, statement, steps)) {
      return;
    }
    PgType type = context.lookup().type(name);
    if (type == null) {
      missing(statement, steps, SqlState.UNDEFINED_OBJECT, "type \"" + name + "\" does not exist");
      return;
    }
    if (ObjectLookup.isSystem(type.schema())) {
      throw Errors.of(
          SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
          "cannot drop type "
              + TypeNames.format(type)
              + " because it is required by the database system");
    }
    if (statement.kind() == ObjectKind.DOMAIN && type.kind() != TypeKind.DOMAIN) {
      throw Errors.of(SqlState.WRONG_OBJECT_TYPE, "\"" + name + "\" is not a domain");
    }
    Relation row =
        type.kind() == TypeKind.COMPOSITE
            ? context.catalog().relation(type.schema(), type.name())
            : null;
    if (row != null) {
      String required = RelationKinds.of(row).word() + " " + row.name();
      throw Errors.of(
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              "cannot drop type " + type.name() + " because " + required + " requires it")
          .withHint("You can drop " + required + " instead.");
    }
    if (isUsed(type)) {
      if (statement.cascade()) {
        throw Errors.notSupported(-1, "DROP TYPE … CASCADE of a type that columns have");
      }
      throw dependents("type " + type.name());
    }
    List<String> engineName = new ArrayList<>(context.catalog().engineSchema(type.schema()));
    engineName.add(type.name());
    if (dropped.add(EngineSql.name(engineName))) {
      steps.add("DROP TYPE " + EngineSql.name(engineName));
      steps.addAll(context.records().typeDropped(type.schema(), type.name()));
    }
  }

  private boolean isUsed(PgType type) {
    PgType array = context.catalog().arrayOf(type);
    for (Relation relation : context.catalog().relations()) {
      for (Attribute attribute : relation.attributes()) {
        if (type.equals(attribute.declaredType())
            || array != null && array.equals(attribute.type())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSchemaMissing(ObjectName name, Drop statement, Steps steps) {
    String schema = name.schema();
    if (schema == null
        || schema.equals(ObjectLookup.TEMPORARY)
        || context.catalog().hasSchema(schema)) {
      return false;
    }
    missing(
        statement, steps, SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist");
    return true;
  }

  private static void missing(Drop statement, Steps steps, SqlState state, String message) {
    if (!statement.ifExists()) {
      throw Errors.of(state, message);
    }
    steps.notice(PgNotice.skipping(message + ", skipping"));
  }

  private void refuseConstraint(Relation index) {
    Relation table =
        index.kind() == Relation.Kind.INDEX ? context.catalog().indexedTable(index) : null;
    if (table == null) {
      return;
    }
    StoredTable stored = TableRebuild.stored(context, table);
    boolean kept =
        stored.indexes().stream()
            .anyMatch(
                i ->
                    i.name().equals(index.name()) && i.record() != null && i.record().constraint());
    if (kept || stored.constraint(index.name()) != null) {
      String constraint = "constraint " + index.name() + " on table " + table.name();
      throw Errors.of(
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              "cannot drop index " + index.name() + " because " + constraint + " requires it")
          .withHint("You can drop " + constraint + " instead.");
    }
  }

  private static void refuseSystem(Relation relation) {
    if (ObjectLookup.isSystem(relation.schema())) {
      throw Errors.of(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + relation.name() + "\" is a system catalog");
    }
  }

  private static PgException dependents(String object) {
    return Errors.of(
            SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
            "cannot drop " + object + " because other objects depend on it")
        .withHint("Use DROP ... CASCADE to drop the dependent objects too.");
  }
}
