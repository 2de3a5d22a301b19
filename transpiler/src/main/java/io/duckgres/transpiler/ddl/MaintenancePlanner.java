package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.MaintenanceStatement;
import io.duckgres.transpiler.statement.MaintenanceStatement.Target;
import io.duckgres.transpiler.statement.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * VACUUM, ANALYZE, CHECKPOINT, LOCK, REINDEX and CLUSTER.
 *
 * <p>The engine reclaims space and writes its file by itself, and keeps its indexes in order. Its
 * own VACUUM does nothing and its CHECKPOINT fails beside other writers, which PostgreSQL's never
 * does: both are acknowledged only. So is LOCK, since the engine is optimistic and takes no locks.
 */
final class MaintenancePlanner {
  private static final Set<String> VACUUM_OPTIONS =
      Set.of(
          "verbose",
          "skip_locked",
          "analyze",
          "freeze",
          "full",
          "disable_page_skipping",
          "index_cleanup",
          "process_main",
          "process_toast",
          "truncate",
          "parallel",
          "skip_database_stats",
          "only_database_stats",
          "buffer_usage_limit");
  private static final Set<String> ANALYZE_OPTIONS =
      Set.of("verbose", "skip_locked", "buffer_usage_limit");

  private final DefinitionContext context;

  MaintenancePlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(MaintenanceStatement statement) {
    if (statement instanceof MaintenanceStatement.Vacuum vacuum) {
      return vacuum(vacuum);
    }
    if (statement instanceof MaintenanceStatement.Analyze analyze) {
      UtilityOptions.checkNames(analyze.options(), ANALYZE_OPTIONS, "ANALYZE");
      return analyze(analyze.targets(), "ANALYZE", BlockRule.ANYWHERE);
    }
    if (statement instanceof MaintenanceStatement.Lock lock) {
      return lock(lock);
    }
    if (statement instanceof MaintenanceStatement.Reorder reorder) {
      return reorder(reorder);
    }
    return new StatementPlan.Acknowledge(CommandTag.of("CHECKPOINT"));
  }

  private StatementPlan vacuum(MaintenanceStatement.Vacuum vacuum) {
    UtilityOptions.checkNames(vacuum.options(), VACUUM_OPTIONS, "VACUUM");
    BlockRule rule = BlockRule.outside("VACUUM");
    if (vacuum.analyze()) {
      return analyze(vacuum.targets(), "VACUUM", rule);
    }
    for (Target target : vacuum.targets()) {
      if (!target.columns().isEmpty()) {
        throw Errors.of(
            SqlState.FEATURE_NOT_SUPPORTED,
            "ANALYZE option must be specified when a column list is provided");
      }
      table(target);
    }
    return new StatementPlan.Acknowledge(CommandTag.of("VACUUM"), List.of(), rule);
  }

  private StatementPlan analyze(List<Target> targets, String tag, BlockRule rule) {
    List<EngineStep> steps = new ArrayList<>();
    for (Target target : targets) {
      Relation table = table(target);
      if (table.kind() == Relation.Kind.TABLE) {
        steps.add(EngineStep.of("ANALYZE " + EngineSql.name(table.engineName())));
      }
    }
    if (targets.isEmpty()) {
      steps.add(EngineStep.of("ANALYZE"));
    }
    CommandTag commandTag = CommandTag.of(tag);
    return steps.isEmpty()
        ? new StatementPlan.Acknowledge(commandTag, List.of(), rule)
        : new StatementPlan.Engine(
            steps, List.of(), null, commandTag, false, false, false, List.of(), rule);
  }

  private Relation table(Target target) {
    Relation table = context.lookup().existing(target.table());
    Set<String> seen = new HashSet<>();
    for (String column : target.columns()) {
      if (table.attribute(column) == null) {
        throw Errors.noColumn(column, table.name());
      }
      if (!seen.add(column)) {
        throw Errors.of(
            SqlState.DUPLICATE_COLUMN,
            "column \""
                + column
                + "\" of relation \""
                + table.name()
                + "\" appears more than once");
      }
    }
    return table;
  }

  private StatementPlan lock(MaintenanceStatement.Lock lock) {
    for (ObjectName name : lock.tables()) {
      Relation relation = context.lookup().existing(name);
      if (relation.kind() != Relation.Kind.TABLE && relation.kind() != Relation.Kind.VIEW) {
        throw Errors.of(
                SqlState.WRONG_OBJECT_TYPE, "cannot lock relation \"" + relation.name() + "\"")
            .withDetail(RelationKinds.operationNotSupported(relation));
      }
    }
    return new StatementPlan.Acknowledge(
        CommandTag.of("LOCK TABLE"), List.of(), BlockRule.inside("LOCK TABLE"));
  }

  private StatementPlan reorder(MaintenanceStatement.Reorder reorder) {
    if (reorder.relation() != null) {
      Relation relation = context.lookup().relation(reorder.relation());
      // Indexes of constraints are not in the engine's catalog under their names.
      if (relation == null && !reorder.index()) {
        throw context.lookup().missing(reorder.relation(), -1);
      }
      if (reorder.command().equals("CLUSTER")) {
        checkIndex(relation, reorder.by());
      }
    }
    BlockRule rule =
        reorder.outside() == null ? BlockRule.ANYWHERE : BlockRule.outside(reorder.outside());
    return new StatementPlan.Acknowledge(CommandTag.of(reorder.command()), List.of(), rule);
  }

  /** Which index a table was clustered by is not kept: the engine keeps no order. */
  private void checkIndex(Relation table, String index) {
    if (index == null) {
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT,
          "there is no previously clustered index for table \"" + table.name() + "\"");
    }
    StoredTable stored = context.catalog().stored(table);
    boolean known =
        stored == null
            || stored.indexes().stream().anyMatch(other -> other.name().equals(index))
            || stored.constraints().stream()
                .anyMatch(constraint -> constraint.record().name().equals(index));
    if (!known) {
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT,
          "index \"" + index + "\" for table \"" + table.name() + "\" does not exist");
    }
  }
}
