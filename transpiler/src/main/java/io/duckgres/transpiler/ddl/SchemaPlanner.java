package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.DefinitionStatement;
import java.util.Set;

/**
 * CREATE SCHEMA.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createschema.html">CREATE SCHEMA</a>
 */
final class SchemaPlanner {
  /** Names that the engine or we ourselves have given away. */
  private static final Set<String> TAKEN = Set.of("main", "_duckgres");

  private final DefinitionContext context;

  SchemaPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(DefinitionStatement.CreateSchema statement, Steps steps) {
    String name = statement.name() == null ? statement.owner() : statement.name();
    Roles.checkExists(statement.owner(), context);
    if (name.startsWith("pg_")) {
      throw Errors.of(SqlState.RESERVED_NAME, "unacceptable schema name \"" + name + "\"")
          .withDetail("The prefix \"pg_\" is reserved for system schemas.");
    }
    if (context.catalog().hasSchema(name)) {
      if (statement.ifNotExists()) {
        steps.notice(
            PgNotice.notice(
                SqlState.DUPLICATE_SCHEMA, "schema \"" + name + "\" already exists, skipping"));
        return;
      }
      throw Errors.of(SqlState.DUPLICATE_SCHEMA, "schema \"" + name + "\" already exists");
    }
    if (TAKEN.contains(name)) {
      throw Errors.notSupported(-1, "a schema named \"" + name + "\"");
    }
    steps.add("CREATE SCHEMA " + EngineSql.name(context.catalog().engineSchema(name)));
    steps.addAll(context.records().schemaCreated(name));
    DefinitionContext inside =
        new DefinitionContext(
            new InsideSchema(context.session(), name), context.analysis(), context.changes());
    for (DefinitionStatement element : statement.elements()) {
      new DefinitionPlanner(inside).add(element, steps);
    }
  }
}
