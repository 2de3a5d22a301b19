package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CreateDatabaseStmtContext;
import io.duckgres.grammar.PostgresParser.DatabaseOptionContext;
import io.duckgres.grammar.PostgresParser.SecurityLabelStmtContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.DatabaseStatement;
import io.duckgres.transpiler.statement.RefusedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;

/** Statements about the server as a whole: databases, tablespaces, its settings and modules. */
final class ServerBuilder {
  private ServerBuilder() {}

  /** The statement, or null when it is none of these. */
  static UtilityStatement statement(StatementContext context) {
    if (context.createDatabaseStmt() != null) {
      return create(context.createDatabaseStmt());
    }
    if (context.alterDatabaseStmt() != null) {
      return new DatabaseStatement(
          "ALTER DATABASE", Names.name(context.alterDatabaseStmt().name), null, false);
    }
    if (context.dropStmt() instanceof PostgresParser.DropDatabaseContext drop) {
      return new DatabaseStatement(
          "DROP DATABASE", Names.name(drop.name), null, drop.ifExists() != null);
    }
    if (context.dropStmt() instanceof PostgresParser.DropTablespaceContext) {
      return unsupported("DROP TABLESPACE");
    }
    if (context.createTablespaceStmt() != null) {
      return unsupported("CREATE TABLESPACE");
    }
    if (context.alterSystemStmt() != null) {
      return unsupported("ALTER SYSTEM");
    }
    return context.securityLabelStmt() == null ? null : label(context.securityLabelStmt());
  }

  private static UtilityStatement unsupported(String command) {
    return new RefusedStatement(PgException.notSupported(command), command);
  }

  private static DatabaseStatement create(CreateDatabaseStmtContext context) {
    String template = null;
    for (DatabaseOptionContext option : context.options) {
      if (option.TEMPLATE() != null && option.settingValue() != null) {
        template = SettingBuilder.value(option.settingValue());
      }
    }
    return new DatabaseStatement("CREATE DATABASE", Names.name(context.name), template, false);
  }

  private static RefusedStatement label(SecurityLabelStmtContext context) {
    String message =
        context.provider == null
            ? "no security label providers have been loaded"
            : "security label provider \""
                + SettingBuilder.text(context.provider)
                + "\" is not loaded";
    return new RefusedStatement(new PgException(SqlState.INVALID_PARAMETER_VALUE, message), null);
  }
}
