package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.statement.DefinitionStatement.AlterOwner;
import io.duckgres.transpiler.statement.ObjectKind;

/** Owners of schemas and types. */
final class OwnerPlanner {
  private final DefinitionContext context;

  OwnerPlanner(DefinitionContext context) {
    this.context = context;
  }

  /** Everything belongs to the session's user already. */
  void plan(AlterOwner statement) {
    Roles.checkExists(statement.owner(), context);
    if (statement.kind() == ObjectKind.SCHEMA) {
      String schema = statement.name().name();
      if (!context.catalog().hasSchema(schema)) {
        throw Errors.of(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist");
      }
      return;
    }
    PgType type = context.lookup().type(statement.name());
    if (type == null) {
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT, "type \"" + statement.name() + "\" does not exist");
    }
    if (statement.kind() == ObjectKind.DOMAIN && type.kind() != TypeKind.DOMAIN) {
      throw Errors.of(SqlState.WRONG_OBJECT_TYPE, statement.name() + " is not a domain");
    }
  }
}
