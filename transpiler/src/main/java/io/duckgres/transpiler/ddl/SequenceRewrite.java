package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.SequenceChange;
import io.duckgres.transpiler.statement.SequenceOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sequence gets another value or other options: the engine has neither setval nor ALTER
 * SEQUENCE, so the defaults that draw from it are dropped, the sequence is created anew, and the
 * defaults are set again. Table and sequence keep their names, and the table its OID.
 */
public final class SequenceRewrite {
  private final SequenceState state;
  private final NewObject sequence;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  /**
   * @param state the sequence as it is
   * @param catalog whose tables may draw from it
   */
  public SequenceRewrite(SequenceState state, CatalogSnapshot catalog) {
    Relation relation = state.relation();
    this.state = state;
    this.sequence = new NewObject(relation.schema(), relation.name(), relation.engineName());
    String reference = EngineSql.literal(sequence.sql());
    for (Relation table : catalog.relations()) {
      for (Attribute attribute : table.attributes()) {
        String value = attribute.defaultExpression();
        if (table.kind() == Relation.Kind.TABLE
            && value != null
            && !attribute.generated()
            && value.contains(reference)) {
          String alter =
              "ALTER TABLE "
                  + EngineSql.name(table.engineName())
                  + " ALTER COLUMN "
                  + EngineSql.name(attribute.name());
          before.add(alter + " DROP DEFAULT");
          after.add(alter + " SET DEFAULT (" + value + ")");
        }
      }
    }
    before.add("DROP SEQUENCE " + sequence.sql());
  }

  /**
   * The same sequence at another value.
   *
   * @param position see {@link SequenceChange}
   */
  public SequenceChange to(EngineStep position) {
    return change(position, same());
  }

  /** The sequence with other options, at another value. */
  SequenceChange change(EngineStep position, SequenceDefinition definition) {
    return new SequenceChange(
        state.relation().name(),
        position,
        definition.minimum(),
        definition.maximum(),
        before,
        definition.sqlWithoutStart(sequence),
        "SELECT nextval(" + EngineSql.literal(sequence.sql()) + ")",
        after);
  }

  /** The statements that start it anew at a value that is known. */
  List<String> restart(SequenceDefinition definition, BigInteger value) {
    List<String> statements = new ArrayList<>(before);
    statements.add(definition.sqlWithoutStart(sequence) + value);
    statements.addAll(after);
    return statements;
  }

  /** The statements that start it anew where it began. */
  List<String> restart() {
    return restart(same(), state.record().start());
  }

  /** The engine's query for where the sequence is. */
  EngineStep position() {
    List<String> name = sequence.engineName();
    return EngineStep.of(
        "SELECT coalesce(last_value, start_value), last_value IS NOT NULL FROM duckdb_sequences()"
            + " WHERE database_name = "
            + EngineSql.literal(name.get(0))
            + " AND schema_name = "
            + EngineSql.literal(name.get(1))
            + " AND sequence_name = "
            + EngineSql.literal(name.get(2)));
  }

  private SequenceDefinition same() {
    return SequenceDefinition.changed(state, SequenceOptions.NONE, state.record().type());
  }
}
