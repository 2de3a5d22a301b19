package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.reference.ReferenceSql;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ADD, DROP and RENAME CONSTRAINT: the rows are checked, then the table is rebuilt, since the
 * engine adds and drops no constraints.
 */
final class AddConstraintPlanner {
  private final DefinitionContext context;
  private final AlteredTable table;
  private final Steps steps;

  AddConstraintPlanner(DefinitionContext context, AlteredTable table, Steps steps) {
    this.context = context;
    this.table = table;
    this.steps = steps;
  }

  void plan(AlterTable.AddConstraint action) {
    TableConstraint constraint = action.constraint();
    ConstraintPlanner planner = new ConstraintPlanner(context, table.object(), table.relation());
    planner.addExisting(table.stored().constraints());
    boolean taken =
        constraint.name() != null
            && (table.stored().constraint(constraint.name()) != null
                || table.foreignKey(constraint.name()) != null);
    if (taken) {
      throw constraint instanceof TableConstraint.Key
          ? Errors.relationExists(constraint.name())
          : Errors.of(
              SqlState.DUPLICATE_OBJECT,
              "constraint \""
                  + constraint.name()
                  + "\" for relation \""
                  + table.name()
                  + "\" already exists");
    }
    try {
      planner.addAll(List.of(constraint));
    } catch (PgException error) {
      // PostgreSQL checks what ALTER TABLE adds without the statement's text.
      throw error.state() == SqlState.FEATURE_NOT_SUPPORTED ? error : error.withPosition(0);
    }
    if (!planner.foreignKeys().isEmpty()) {
      addForeignKey(planner.foreignKeys().get(0), !action.notValid());
      return;
    }
    if (!planner.indexed().isEmpty()) {
      planner
          .indexed()
          .forEach(
              (name, key) ->
                  new IndexPlanner(context).constraint(name, table.relation(), key, steps));
      return;
    }
    StoredTable.Constraint added = planner.constraints().get(0);
    steps.addAll(new ConstraintCheck(table.object()).statements(added));
    if (added.record().kind() == ConstraintRecord.Kind.PRIMARY_KEY) {
      for (String column : added.record().columns()) {
        Attribute attribute = table.existing(column);
        table.replace(attribute, attribute.withNotNull(true));
      }
    }
    List<StoredTable.Constraint> constraints = new ArrayList<>(table.stored().constraints());
    constraints.add(added);
    rebuild(constraints);
  }

  private void addForeignKey(ForeignKey key, boolean valid) {
    if (valid) {
      check(key);
    }
    ForeignKey added = key.withValid(valid);
    steps.addAll(context.records().foreignKeyChanged(added));
    table.foreignKeys().add(added);
  }

  private void check(ForeignKey key) {
    Relation parent =
        key.isSelfReferring()
            ? table.relation()
            : context.catalog().relation(key.referencedSchema(), key.referencedTable());
    steps.addAll(ReferenceSql.of(key, table.relation(), parent).checkAll(true));
  }

  /** VALIDATE CONSTRAINT. Checks are valid from the beginning. */
  void validate(String name) {
    ForeignKey key = table.foreignKey(name);
    if (key == null) {
      existing(name, false);
    } else if (!key.valid()) {
      check(key);
      replace(key, key.withValid(true));
    }
  }

  private void replace(ForeignKey before, ForeignKey after) {
    if (!before.name().equals(after.name())) {
      renamed(before.name(), after.name());
      steps.addAll(context.records().foreignKeyDropped(before));
    }
    steps.addAll(context.records().foreignKeyChanged(after));
    table.foreignKeys().set(table.foreignKeys().indexOf(before), after);
  }

  private void renamed(String from, String to) {
    steps.addAll(context.records().constraintRenamed(table.schema(), table.name(), from, to));
  }

  void drop(AlterTable.DropConstraint action) {
    ForeignKey key = table.foreignKey(action.constraint());
    if (key != null) {
      steps.addAll(context.records().foreignKeyDropped(key));
      table.foreignKeys().remove(key);
      return;
    }
    for (StoredTable.Index index : table.stored().indexes()) {
      boolean is = index.name().equals(action.constraint());
      if (is && index.record() != null && index.record().constraint()) {
        steps.add("DROP INDEX IF EXISTS " + EngineSql.name(index.engineName()));
        steps.addAll(context.records().indexDropped(table.schema(), index.name()));
        return;
      }
    }
    StoredTable.Constraint constraint = existing(action.constraint(), action.ifExists());
    if (constraint == null) {
      return;
    }
    Dependents dependents = new Dependents(context);
    dependents.ofKey(table.relation(), constraint);
    dependents.drop(
        "constraint " + constraint.record().name() + " on table " + table.name(),
        action.cascade(),
        steps);
    List<StoredTable.Constraint> constraints = new ArrayList<>(table.stored().constraints());
    constraints.remove(constraint);
    rebuild(constraints);
  }

  void rename(AlterTable.RenameConstraint action) {
    ForeignKey key = table.foreignKey(action.constraint());
    StoredTable.Constraint constraint = key != null ? null : existing(action.constraint(), false);
    boolean taken =
        table.stored().constraint(action.newName()) != null
            || table.foreignKey(action.newName()) != null;
    if (taken) {
      throw Errors.of(
          SqlState.DUPLICATE_OBJECT,
          "constraint \""
              + action.newName()
              + "\" for relation \""
              + table.name()
              + "\" already exists");
    }
    if (key != null) {
      replace(key, key.named(action.newName()));
      return;
    }
    renamed(action.constraint(), action.newName());
    List<StoredTable.Constraint> constraints = new ArrayList<>(table.stored().constraints());
    ConstraintRecord record = constraint.record();
    constraints.set(
        constraints.indexOf(constraint),
        new StoredTable.Constraint(
            new ConstraintRecord(
                record.kind(),
                record.columns(),
                record.position(),
                action.newName(),
                record.expression()),
            constraint.expression(),
            constraint.referencedTable(),
            constraint.referencedColumns()));
    steps.addAll(
        context
            .records()
            .constraintsChanged(
                table.schema(), table.name(), TableRebuild.renumbered(constraints)));
    table.setConstraints(constraints);
  }

  private void rebuild(List<StoredTable.Constraint> constraints) {
    steps.addAll(
        new TableRebuild(context, table.object(), table.stored())
            .statements(table.relation().attributes(), constraints, Map.of()));
    table.setConstraints(constraints);
  }

  /** The constraint of this name; null, with a notice, when it may be missing. */
  private StoredTable.Constraint existing(String name, boolean ifExists) {
    StoredTable.Constraint constraint = table.stored().constraint(name);
    if (constraint != null) {
      return constraint;
    }
    String message =
        "constraint \"" + name + "\" of relation \"" + table.name() + "\" does not exist";
    if (!ifExists) {
      throw Errors.of(SqlState.UNDEFINED_OBJECT, message);
    }
    steps.notice(PgNotice.skipping(message + ", skipping"));
    return null;
  }
}
