package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.DatabaseStatement;
import java.util.List;

/**
 * CREATE, ALTER and DROP DATABASE: each user has one database, which stays.
 *
 * <p>Source of messages: {@code src/backend/commands/dbcommands.c}.
 */
final class DatabasePlanner {
  private DatabasePlanner() {}

  static StatementPlan plan(DatabaseStatement statement, DefinitionContext context) {
    String own = context.session().database();
    boolean alters = statement.command().equals("ALTER DATABASE");
    BlockRule rule = alters ? BlockRule.ANYWHERE : BlockRule.outside(statement.command());
    if (statement.command().equals("CREATE DATABASE")) {
      return new StatementPlan.Refuse(creation(statement, own), rule);
    }
    if (!statement.name().equals(own)) {
      if (statement.ifExists()) {
        return new StatementPlan.Acknowledge(
            CommandTag.of(statement.command()),
            List.of(
                PgNotice.skipping(
                    "database \"" + statement.name() + "\" does not exist, skipping")),
            rule);
      }
      return new StatementPlan.Refuse(
          Errors.of(
              SqlState.INVALID_CATALOG_NAME,
              "database \"" + statement.name() + "\" does not exist"),
          rule);
    }
    return new StatementPlan.Refuse(
        alters
            ? PgException.notSupported(statement.command())
            : Errors.of(SqlState.OBJECT_IN_USE, "cannot drop the currently open database"),
        rule);
  }

  private static PgException creation(DatabaseStatement statement, String own) {
    String template = statement.template();
    if (template != null && !template.equals(own) && !template.startsWith("template")) {
      return Errors.of(
          SqlState.INVALID_CATALOG_NAME, "template database \"" + template + "\" does not exist");
    }
    return statement.name().equals(own)
        ? Errors.of(SqlState.DUPLICATE_DATABASE, "database \"" + own + "\" already exists")
        : PgException.notSupported(statement.command());
  }
}
