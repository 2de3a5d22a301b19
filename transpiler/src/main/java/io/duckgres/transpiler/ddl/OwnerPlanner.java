package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.DefinitionStatement.AlterOwner;
import io.duckgres.transpiler.statement.DefinitionStatement.AlterSequenceOwner;
import io.duckgres.transpiler.statement.ObjectKind;

/** Owners: roles of schemas and types, columns of sequences. */
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
    } else if (context.lookup().type(statement.name()) == null) {
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT, "type \"" + statement.name() + "\" does not exist");
    }
  }

  void plan(AlterSequenceOwner statement, Steps steps) {
    Relation found = context.lookup().relation(statement.name());
    if (found == null && statement.ifExists()) {
      steps.notice(
          PgNotice.skipping(
              "relation \"" + statement.name().name() + "\" does not exist, skipping"));
      return;
    }
    Relation sequence = context.lookup().existing(statement.name());
    if (sequence.kind() != Relation.Kind.SEQUENCE) {
      throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"" + sequence.name() + "\"")
          .withDetail(RelationKinds.operationNotSupported(sequence));
    }
    if (statement.ownedBy() == null) {
      throw Errors.notSupported(-1, "ALTER SEQUENCE … OWNED BY NONE");
    }
    NewObject object = new NewObject(sequence.schema(), sequence.name(), sequence.engineName());
    steps.add(new SequencePlanner(context).owned(object, statement.ownedBy()));
  }
}
