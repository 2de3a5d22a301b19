package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SequenceOptions;

/**
 * CREATE SEQUENCE.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createsequence.html">CREATE SEQUENCE</a>
 */
final class SequencePlanner {
  private final DefinitionContext context;

  SequencePlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(DefinitionStatement.CreateSequence statement, Steps steps) {
    NewObject sequence =
        context.lookup().creation(statement.name().withoutPosition(), statement.temporary());
    if (context.catalog().relation(sequence.schema(), sequence.name()) != null) {
      if (statement.ifNotExists()) {
        steps.notice(CreateTablePlanner.alreadyExists(sequence.name()));
        return;
      }
      throw Errors.relationExists(sequence.name());
    }
    SequenceOptions options = statement.options();
    PgType type =
        options.type() == null ? PgTypes.INT8 : context.analysis().type(options.type()).type();
    if (!OwnedSequences.isInteger(type)) {
      throw Errors.of(
          SqlState.INVALID_PARAMETER_VALUE, "sequence type must be smallint, integer, or bigint");
    }
    steps.add(SequenceDefinition.of(options, type).sql(sequence));
    if (options.ownedBy() != null) {
      steps.add(owned(sequence, options.ownedBy()));
    }
  }

  /** The statement that makes a column's table the owner. */
  String owned(NewObject sequence, ObjectName owner) {
    if (owner.parts().size() < 2) {
      throw Errors.of(SqlState.SYNTAX_ERROR, "invalid OWNED BY option")
          .withHint("Specify OWNED BY table.column or OWNED BY NONE.");
    }
    Relation table = context.lookup().existing(owner.qualifier());
    if (table.kind() != Relation.Kind.TABLE) {
      throw Errors.of(
          SqlState.WRONG_OBJECT_TYPE,
          "sequence cannot be owned by relation \"" + table.name() + "\"");
    }
    if (!table.schema().equals(sequence.schema())) {
      throw Errors.of(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "sequence must be in same schema as table it is linked to");
    }
    if (table.attribute(owner.name()) == null) {
      throw Errors.noColumn(owner.name(), table.name());
    }
    return "ALTER SEQUENCE "
        + sequence.sql()
        + " OWNED BY "
        + sequence.sibling(table.name()).ownerSql();
  }
}
