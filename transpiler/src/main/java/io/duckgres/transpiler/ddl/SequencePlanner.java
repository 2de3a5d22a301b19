package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.SequenceChange;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SequenceOptions;
import java.math.BigInteger;
import java.util.List;

/**
 * CREATE SEQUENCE and ALTER SEQUENCE.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createsequence.html">CREATE SEQUENCE</a>
 */
final class SequencePlanner {
  private static final String ALTER = "ALTER SEQUENCE";

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
    SequenceDefinition definition = SequenceDefinition.of(options, type);
    steps.creates(sequence);
    steps.add(definition.sql(sequence));
    SequenceRecord record = definition.record(type);
    steps.addAll(
        options.ownedBy() == null
            ? context.records().sequenceChanged(sequence.schema(), sequence.name(), record)
            : owned(sequence, record, options.ownedBy()));
  }

  /** ALTER SEQUENCE. */
  StatementPlan plan(DefinitionStatement.AlterSequence statement) {
    Steps steps = new Steps();
    Relation found = context.lookup().relation(statement.name());
    if (found == null && statement.ifExists()) {
      steps.notice(
          PgNotice.skipping(
              "relation \"" + statement.name().name() + "\" does not exist, skipping"));
      return steps.definition(ALTER);
    }
    Relation sequence = context.lookup().existing(statement.name());
    if (sequence.kind() != Relation.Kind.SEQUENCE) {
      throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"" + sequence.name() + "\"")
          .withDetail(RelationKinds.operationNotSupported(sequence));
    }
    SequenceState state = state(sequence);
    SequenceOptions options = statement.options();
    PgType type =
        options.type() == null
            ? state.record().type()
            : context.analysis().type(options.type()).type();
    if (!OwnedSequences.isInteger(type)) {
      throw Errors.of(
          SqlState.INVALID_PARAMETER_VALUE, "sequence type must be smallint, integer, or bigint");
    }
    SequenceDefinition definition = SequenceDefinition.changed(state, options, type);
    NewObject object = new NewObject(sequence.schema(), sequence.name(), sequence.engineName());
    SequenceRecord record =
        new SequenceRecord(
            definition.start(), type, state.record().table(), state.record().column());
    SequenceChange change = null;
    if (options.restart() != null) {
      BigInteger value =
          options.restart().value() == null ? definition.start() : options.restart().value();
      definition.checkRestart(value);
      steps.addAll(new SequenceRewrite(state, context.catalog()).restart(definition, value));
    } else if (changesEngine(options)) {
      SequenceRewrite rewrite = new SequenceRewrite(state, context.catalog());
      change = rewrite.change(rewrite.position(), definition);
    }
    if (options.ownedBy() != null) {
      steps.addAll(owned(object, record, options.ownedBy()));
    } else {
      SequenceRecord kept = statement.changesOwner() ? record.ownedBy(null, null) : record;
      steps.addAll(context.records().sequenceChanged(object.schema(), object.name(), kept));
    }
    if (change == null) {
      return steps.definition(ALTER);
    }
    if (steps.list().isEmpty()) {
      steps.add("SELECT 1");
    }
    return new StatementPlan.SetSequences(
        List.of(change), (StatementPlan.Engine) steps.definition(ALTER));
  }

  private static boolean changesEngine(SequenceOptions options) {
    return options.type() != null
        || options.increment() != null
        || options.minimum() != null
        || options.maximum() != null
        || options.noMinimum()
        || options.noMaximum()
        || options.cycle() != null;
  }

  private SequenceState state(Relation sequence) {
    return context.catalog().sequences().stream()
        .filter(state -> state.relation().equals(sequence))
        .findFirst()
        .orElseThrow(
            () -> context.lookup().missing(new ObjectName(List.of(sequence.name()), -1), -1));
  }

  /** The statements that make a column the owner. */
  private List<String> owned(NewObject sequence, SequenceRecord record, ObjectName owner) {
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
    return OwnedSequences.own(
        context, sequence, record, sequence.sibling(table.name()), owner.name());
  }
}
