package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.ObjectKind;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableStatement.Truncate;
import java.util.ArrayList;
import java.util.List;

/**
 * TRUNCATE. Rows that others refer to keep the engine from it, with CASCADE too.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-truncate.html">TRUNCATE</a>
 */
final class TruncatePlanner {
  private final DefinitionContext context;

  TruncatePlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(Truncate statement) {
    List<EngineStep> steps = new ArrayList<>();
    for (ObjectName name : statement.tables()) {
      Relation table = context.lookup().existing(name);
      if (table.kind() != Relation.Kind.TABLE) {
        throw RelationKinds.wrongKind(ObjectKind.TABLE, table);
      }
      if (ObjectLookup.isSystem(table.schema())) {
        throw Errors.of(
            SqlState.INSUFFICIENT_PRIVILEGE,
            "permission denied: \"" + table.name() + "\" is a system catalog");
      }
      steps.add(EngineStep.of("TRUNCATE " + EngineSql.name(table.engineName())));
      if (statement.restartIdentity()) {
        restart(table, steps);
      }
    }
    return new StatementPlan.Engine(
        steps, List.of(), null, CommandTag.of("TRUNCATE TABLE"), statement.restartIdentity(), true);
  }

  private void restart(Relation table, List<EngineStep> steps) {
    if (table.schema().equals(ObjectLookup.TEMPORARY)
        && table.attributes().stream().anyMatch(a -> a.defaultExpression() != null)) {
      throw Errors.notSupported(-1, "TRUNCATE … RESTART IDENTITY of a temporary table");
    }
    for (SequenceState sequence : context.catalog().sequences()) {
      if (sequence.relation().schema().equals(table.schema())
          && table.name().equals(sequence.record().table())) {
        new SequenceRewrite(sequence, context.catalog())
            .restart()
            .forEach(sql -> steps.add(EngineStep.of(sql)));
      }
    }
  }
}
