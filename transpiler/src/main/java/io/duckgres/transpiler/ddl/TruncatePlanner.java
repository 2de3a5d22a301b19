package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.RowChange;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.statement.ObjectKind;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableStatement.Truncate;
import java.util.ArrayList;
import java.util.Collections;
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
    List<PgNotice> notices = new ArrayList<>();
    for (Relation table : tables(statement, notices)) {
      if (table.kind() == Relation.Kind.PARTITION) {
        Steps deletion = new Steps();
        new PartitionPlanner(context).delete(table, deletion);
        steps.addAll(deletion.list());
        continue;
      }
      if (table.kind() != Relation.Kind.TABLE) {
        throw RelationKinds.wrongKind(ObjectKind.TABLE, table);
      }
      if (ObjectLookup.isSystem(table.schema())) {
        throw Errors.of(
            SqlState.INSUFFICIENT_PRIVILEGE,
            "permission denied: \"" + table.name() + "\" is a system catalog");
      }
      EngineStep step = EngineStep.of("TRUNCATE " + EngineSql.name(table.engineName()));
      boolean referenced =
          !ForeignKeyGraph.of(context.catalog())
              .referencing(table.schema(), table.name())
              .isEmpty();
      steps.add(
          referenced
              ? step.with(
                  new RowChange(table.schema(), table.name(), RowChange.Kind.TRUNCATE, null, null))
              : step);
      if (statement.restartIdentity()) {
        restart(table, steps);
      }
    }
    return new StatementPlan.Engine(
        steps,
        List.of(),
        null,
        CommandTag.of("TRUNCATE TABLE"),
        statement.restartIdentity(),
        false,
        true,
        notices,
        BlockRule.ANYWHERE);
  }

  /** The tables named and, with CASCADE, those that refer to them, which come first. */
  private List<Relation> tables(Truncate statement, List<PgNotice> notices) {
    List<Relation> tables = new ArrayList<>();
    for (ObjectName name : statement.tables()) {
      Relation table = context.lookup().existing(name);
      if (!tables.contains(table)) {
        tables.add(table);
      }
    }
    List<Relation> named = List.copyOf(tables);
    for (int i = 0; i < tables.size(); i++) {
      Relation table = tables.get(i);
      for (Relation referencing : referencing(table)) {
        String name = referencing.name();
        if (tables.contains(referencing)) {
          continue;
        }
        if (!statement.cascade()) {
          throw Errors.of(
                  SqlState.FEATURE_NOT_SUPPORTED,
                  "cannot truncate a table referenced in a foreign key constraint")
              .withDetail("Table \"" + name + "\" references \"" + table.name() + "\".")
              .withHint(
                  "Truncate table \"" + name + "\" at the same time, or use TRUNCATE ... CASCADE.");
        }
        notices.add(PgNotice.skipping("truncate cascades to table \"" + name + "\""));
        tables.add(referencing);
      }
    }
    // The engine checks its foreign keys when rows go: referring tables first.
    return tables.size() == named.size() ? referringFirst(tables) : reversed(tables);
  }

  private List<Relation> referencing(Relation table) {
    List<Relation> found = new ArrayList<>();
    for (ForeignKey key :
        ForeignKeyGraph.of(context.catalog()).referencing(table.schema(), table.name())) {
      found.add(context.catalog().relation(key.schema(), key.table()));
    }
    if (table.kind() == Relation.Kind.PARTITION) {
      return found;
    }
    for (String name : TableRebuild.stored(context, table).referencing()) {
      Relation relation = context.catalog().relation(table.schema(), name);
      if (relation != null) {
        found.add(relation);
      }
    }
    return found;
  }

  private List<Relation> referringFirst(List<Relation> tables) {
    List<Relation> sorted = new ArrayList<>();
    if (tables.size() == 1) {
      return tables;
    }
    for (Relation table : tables) {
      boolean refersToLater =
          sorted.stream()
              .anyMatch(
                  other ->
                      TableRebuild.stored(context, other).referencing().contains(table.name()));
      sorted.add(refersToLater ? 0 : sorted.size(), table);
    }
    return sorted;
  }

  private static List<Relation> reversed(List<Relation> tables) {
    Collections.reverse(tables);
    return tables;
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
