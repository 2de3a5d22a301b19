package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.DefinitionStatement.Absent;
import io.duckgres.transpiler.statement.DefinitionStatement.CreateExtension;
import io.duckgres.transpiler.statement.DefinitionStatement.DropAbsent;
import io.duckgres.transpiler.statement.ObjectName;

/**
 * Objects that nobody can create here, so that they are always missing; and extensions, of which
 * there is but {@code plpgsql}.
 *
 * <p>Source of messages: {@code src/backend/commands/dropcmds.c} (does_not_exist_skipping), {@code
 * src/backend/commands/extension.c}.
 */
final class AbsentPlanner {
  private static final String PRESENT_EXTENSION = "plpgsql";

  /** What is missing, and the error that says so. */
  private record Missing(SqlState state, String what) {}

  private final DefinitionContext context;

  AbsentPlanner(DefinitionContext context) {
    this.context = context;
  }

  void drop(DropAbsent statement, Steps steps) {
    for (Absent object : statement.objects()) {
      Missing missing = missing(object, statement.ifExists());
      String message = missing.what() + " does not exist";
      if (!statement.ifExists()) {
        throw Errors.of(missing.state(), message);
      }
      steps.notice(PgNotice.skipping(message + ", skipping"));
    }
  }

  void create(CreateExtension statement, Steps steps) {
    String name = statement.name();
    if (!name.equals(PRESENT_EXTENSION)) {
      throw Errors.of(SqlState.FEATURE_NOT_SUPPORTED, "extension \"" + name + "\" is not available")
          .withHint(
              "The extension must first be installed on the system where PostgreSQL is running.");
    }
    String message = "extension \"" + name + "\" already exists";
    if (!statement.ifNotExists()) {
      throw Errors.of(SqlState.DUPLICATE_OBJECT, message);
    }
    steps.notice(PgNotice.notice(SqlState.DUPLICATE_OBJECT, message + ", skipping"));
  }

  /** What is missing: the object, the relation that it would belong to, or a type. */
  private Missing missing(Absent object, boolean asWritten) {
    if (object.relation() != null) {
      return missingOf(object, object.relation(), asWritten);
    }
    if (object.word().equals("extension") && object.name().equals(PRESENT_EXTENSION)) {
      throw PgException.notSupported("dropping extension \"" + object.name() + "\"");
    }
    return new Missing(SqlState.UNDEFINED_OBJECT, object.word() + " \"" + object.name() + "\"");
  }

  private Missing missingOf(Absent object, ObjectName relation, boolean skipped) {
    String kind = skipped || object.word().equals("rule") ? "relation" : "table";
    String schema = relation.schema();
    if (schema != null
        && !schema.equals(ObjectLookup.TEMPORARY)
        && !context.catalog().hasSchema(schema)) {
      return new Missing(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\"");
    }
    return context.lookup().relation(relation) == null
        ? new Missing(SqlState.UNDEFINED_TABLE, "relation \"" + relation + "\"")
        : new Missing(
            SqlState.UNDEFINED_OBJECT,
            object.word() + " \"" + object.name() + "\" for " + kind + " \"" + relation + "\"");
  }
}
