package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
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
      if (statement.restartIdentity() && mayOwnSequence(table)) {
        throw Errors.notSupported(-1, "TRUNCATE … RESTART IDENTITY of a table with sequences");
      }
      steps.add(EngineStep.of("TRUNCATE " + EngineSql.name(table.engineName())));
    }
    return new StatementPlan.Engine(
        steps, List.of(), null, CommandTag.of("TRUNCATE TABLE"), false, true);
  }

  /** The engine's sequences can't be set back. */
  private static boolean mayOwnSequence(Relation table) {
    return table.attributes().stream()
        .map(Attribute::defaultExpression)
        .anyMatch(expression -> expression != null);
  }
}
