package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.RoutineStatement;
import io.duckgres.transpiler.statement.RoutineStatement.Alter;
import io.duckgres.transpiler.statement.RoutineStatement.Comment;
import io.duckgres.transpiler.statement.RoutineStatement.Drop;
import io.duckgres.transpiler.statement.RoutineStatement.Options;
import io.duckgres.transpiler.statement.RoutineStatement.Signature;
import java.util.List;

/**
 * ALTER, DROP and COMMENT of functions and procedures.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-alterfunction.html">ALTER FUNCTION</a>
 */
final class RoutineChanges {
  private final DefinitionContext context;

  RoutineChanges(DefinitionContext context) {
    this.context = context;
  }

  static String tag(RoutineStatement statement) {
    if (statement instanceof RoutineStatement.Create create) {
      return create.procedure() ? "CREATE PROCEDURE" : "CREATE FUNCTION";
    }
    if (statement instanceof Drop drop) {
      return "DROP " + drop.kind();
    }
    return statement instanceof Alter alter ? "ALTER " + alter.kind() : "COMMENT";
  }

  void drop(Drop statement, Steps steps) {
    RoutineLookup lookup = new RoutineLookup(context);
    for (Signature signature : statement.routines()) {
      String skipped = statement.ifExists() ? lookup.skipped(statement.kind(), signature) : null;
      if (skipped != null) {
        steps.notice(PgNotice.skipping(skipped + ", skipping"));
        continue;
      }
      Routine routine = lookup.find(statement.kind(), signature);
      new RoutineUsers(context).drop(routine, statement.cascade(), steps);
      steps.addAll(context.records().routineDropped(routine));
    }
  }

  void comment(Comment statement, Steps steps) {
    Routine routine = new RoutineLookup(context).find(statement.kind(), statement.routine());
    steps.addAll(
        context
            .records()
            .commented(
                "routine",
                routine.schema(),
                Integer.toString(routine.oid()),
                "",
                statement.comment()));
  }

  void alter(Alter statement, Steps steps) {
    Routine routine = new RoutineLookup(context).find(statement.kind(), statement.routine());
    if (statement.newName() != null) {
      change(routine, renamed(routine, routine.schema(), statement.newName()), steps);
    } else if (statement.newSchema() != null) {
      if (!context.catalog().hasSchema(statement.newSchema())) {
        throw Errors.of(
            SqlState.INVALID_SCHEMA_NAME,
            "schema \"" + statement.newSchema() + "\" does not exist");
      }
      change(routine, renamed(routine, statement.newSchema(), routine.name()), steps);
    } else if (statement.options() != null) {
      Routine changed = withOptions(routine, statement.options());
      new RoutineUsers(context).replace(routine, changed, steps);
      record(routine, changed, steps);
    } else {
      Roles.checkExists(statement.owner(), context);
    }
  }

  private void change(Routine before, Routine after, Steps steps) {
    boolean same = before.schema().equals(after.schema()) && before.name().equals(after.name());
    if (same) {
      return;
    }
    for (Routine other : context.catalog().routines(after.schema(), after.name())) {
      if (other.proc().argumentTypes().equals(after.proc().argumentTypes())) {
        throw Errors.of(
            SqlState.DUPLICATE_FUNCTION,
            "function "
                + after.name()
                + "("
                + RoutineLookup.types(after.proc().argumentTypes(), ", ")
                + ") already exists in schema \""
                + after.schema()
                + "\"");
      }
    }
    record(before, after, steps);
  }

  private void record(Routine before, Routine after, Steps steps) {
    steps.addAll(context.records().routineChanged(before, after, RoutineTexts.of(after).list()));
  }

  private static Routine renamed(Routine routine, String schema, String name) {
    return new Routine(
        proc(routine.proc(), name, routine.proc().volatility(), routine.proc().strict()),
        schema,
        routine.parameters(),
        routine.defaults(),
        routine.shownDefaults(),
        routine.body(),
        routine.options());
  }

  private static Routine withOptions(Routine routine, Options given) {
    RoutineOptions options = new RoutineOptions(given);
    List<String> settings = options.settings(routine.options().settings());
    Routine.Body body = routine.body();
    PgProc proc = routine.proc();
    return new Routine(
        proc(
            proc,
            proc.name(),
            given.volatility() == null ? proc.volatility() : given.volatility(),
            given.strict() == null ? proc.strict() : given.strict()),
        routine.schema(),
        routine.parameters(),
        routine.defaults(),
        routine.shownDefaults(),
        new Routine.Body(
            body.form(),
            body.text(),
            body.shown(),
            body.form() == 's' ? RoutineOptions.searchPathOf(settings) : body.searchPath(),
            body.createdPath()),
        options.of(routine.options(), settings));
  }

  private static PgProc proc(PgProc proc, String name, char volatility, boolean strict) {
    return new PgProc(
        proc.oid(),
        name,
        proc.kind(),
        proc.argumentTypes(),
        proc.argumentNames(),
        proc.defaultTexts(),
        proc.variadicElement(),
        proc.resultType(),
        proc.returnsSet(),
        strict,
        volatility,
        proc.outputs(),
        proc.directArguments(),
        proc.aggregateKind());
  }
}
