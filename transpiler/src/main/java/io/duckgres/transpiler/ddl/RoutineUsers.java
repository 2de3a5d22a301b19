package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.RoutineUser;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What calls users' functions in its definition. Such definitions hold the functions' bodies, so
 * that a function must not change under them.
 */
final class RoutineUsers {
  private static final String RELATION = "relation";
  private static final String DOMAIN = "domain";

  private final DefinitionContext context;

  RoutineUsers(DefinitionContext context) {
    this.context = context;
  }

  /** Notes the functions that a definition just planned calls. */
  void record(DefinitionStatement statement, Steps steps) {
    if (context.analysis().called().isEmpty()) {
      return;
    }
    if (statement instanceof TableStatement.CreateTable create) {
      created(create.name(), create.temporary(), RELATION, steps);
    } else if (statement instanceof TableStatement.CreateMaterializedView create) {
      created(create.name(), false, RELATION, steps);
    } else if (statement instanceof DefinitionStatement.CreateView create) {
      created(create.name(), create.temporary(), RELATION, steps);
    } else if (statement instanceof DefinitionStatement.CreateDomain create) {
      created(create.name(), false, DOMAIN, steps);
    } else if (statement instanceof AlterTable alter) {
      altered(alter.name(), steps);
    } else if (statement instanceof DefinitionStatement.CreateIndex create) {
      altered(create.table(), steps);
    }
  }

  private void created(ObjectName name, boolean temporary, String objectClass, Steps steps) {
    NewObject object = context.lookup().creation(name.withoutPosition(), temporary);
    used(objectClass, object.schema(), object.name(), steps);
  }

  private void altered(ObjectName name, Steps steps) {
    Relation relation = context.lookup().relation(name);
    if (relation != null) {
      used(RELATION, relation.schema(), relation.name(), steps);
    }
  }

  private void used(String objectClass, String schema, String object, Steps steps) {
    for (Routine routine : context.analysis().called()) {
      RoutineUser user = new RoutineUser(routine.oid(), objectClass, schema, object);
      steps.addAll(context.records().routineUsed(user));
    }
  }

  private List<RoutineUser> of(Routine routine) {
    List<RoutineUser> users = new ArrayList<>();
    for (RoutineUser user : context.catalog().routineUsers()) {
      if (user.routine() == routine.oid() && exists(user)) {
        users.add(user);
      }
    }
    return users;
  }

  private boolean exists(RoutineUser user) {
    return user.objectClass().equals(RELATION)
        ? context.catalog().relation(user.schema(), user.object()) != null
        : context.catalog().type(user.schema(), user.object()) != null;
  }

  /**
   * A function is to do something else.
   *
   * @throws PgException 0A000 when the definition of a table holds its body
   */
  void replace(Routine before, Routine after, Steps steps) {
    boolean same =
        before.body().text().equals(after.body().text())
            && before.body().searchPath().equals(after.body().searchPath())
            && before.proc().strict() == after.proc().strict()
            && Objects.equals(before.defaults(), after.defaults());
    if (same) {
      return;
    }
    for (RoutineUser user : of(before)) {
      Relation relation =
          user.objectClass().equals(RELATION)
              ? context.catalog().relation(user.schema(), user.object())
              : null;
      if (relation == null
          || relation.kind() != Relation.Kind.VIEW
              && relation.kind() != Relation.Kind.MATERIALIZED_VIEW) {
        throw PgException.notSupported(
            "replacing a function that the definition of a table or domain calls");
      }
      new ViewRewrites(context).replaced(relation, before, after, steps);
    }
  }

  /** A function is dropped. */
  void drop(Routine routine, boolean cascade, Steps steps) {
    String name =
        (routine.isProcedure() ? "procedure " : "function ")
            + routine.name()
            + "("
            + RoutineLookup.types(routine.proc().argumentTypes(), ",")
            + ")";
    Dependents dependents = new Dependents(context);
    for (RoutineUser user : of(routine)) {
      Relation relation =
          user.objectClass().equals(RELATION)
              ? context.catalog().relation(user.schema(), user.object())
              : null;
      boolean view =
          relation != null
              && (relation.kind() == Relation.Kind.VIEW
                  || relation.kind() == Relation.Kind.MATERIALIZED_VIEW);
      if (!view && cascade) {
        throw PgException.notSupported(
            "DROP … CASCADE of a function that the definition of a table or domain calls");
      }
      if (view) {
        List<String> drop = new ArrayList<>();
        drop.add(
            "DROP "
                + RelationKinds.engineWord(relation)
                + " "
                + EngineSql.name(relation.engineName()));
        drop.addAll(context.records().relationDropped(relation.schema(), relation.name()));
        dependents.add(dependents.described(relation), name, drop);
        dependents.of(relation);
      } else {
        String described =
            relation == null ? "type " + user.object() : dependents.described(relation);
        dependents.add(described, name, List.of());
      }
    }
    dependents.drop(name, cascade, steps);
  }
}
