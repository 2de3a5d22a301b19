package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.TableStatement.CreateMaterializedView;
import io.duckgres.transpiler.statement.TableStatement.Refresh;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE and REFRESH MATERIALIZED VIEW: a table of the engine's, whose query is kept beside it.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-creatematerializedview.html">CREATE
 *     MATERIALIZED VIEW</a>
 */
final class MaterializedViewPlanner {
  private final DefinitionContext context;

  MaterializedViewPlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(CreateMaterializedView statement) {
    NewObject view = context.lookup().creation(statement.name().withoutPosition(), false);
    if (context.catalog().relation(view.schema(), view.name()) != null) {
      if (statement.ifNotExists()) {
        PgNotice notice = CreateTablePlanner.alreadyExists(view.name());
        return new StatementPlan.Acknowledge(
            CommandTag.of("CREATE MATERIALIZED VIEW"), List.of(notice), BlockRule.ANYWHERE);
      }
      throw Errors.relationExists(view.name());
    }
    EngineQuery query = context.analysis().query(statement.query());
    if (!query.parameterTypes().isEmpty()) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED,
          "materialized views may not be defined using bound parameters");
    }
    if (!query.parameters().isEmpty()) {
      throw Errors.notSupported(-1, "a materialized view over what only the session knows");
    }
    if (query.columns().stream().anyMatch(column -> column.type() == null)) {
      throw Errors.notSupported(-1, "a materialized view with a column of the engine's own type");
    }
    List<String> names =
        CreateTableAsPlanner.names(statement.columns(), query, "CREATE MATERIALIZED VIEW");
    Steps steps = new Steps();
    new CreateTableAsPlanner(context).create(view, names, query, steps);
    String shown = ViewPlanner.shown(context, statement.query(), statement.definition(), names);
    steps.addAll(
        context
            .records()
            .materialized(
                view.schema(),
                view.name(),
                new MaterializedView(shown, query.sql(), statement.withData())));
    steps.addAll(
        context
            .records()
            .viewDefined(
                view.schema(),
                view.name(),
                new ViewDefinition(
                    shown, context.session().searchPath(), ViewDefinition.CheckOption.NONE, null)));
    new RoutineUsers(context).record(statement, steps);
    steps.addAll(
        context
            .records()
            .viewReads(view.schema(), view.name(), ViewPlanner.dependencies(view, query)));
    CommandTag tag = CommandTag.of("CREATE MATERIALIZED VIEW");
    if (statement.withData()) {
      steps.add("INSERT INTO " + view.sql() + " " + query.sql());
      tag = CommandTag.SELECT;
    }
    return new StatementPlan.Engine(
        steps.list(), List.of(), null, tag, true, false, true, List.of(), BlockRule.ANYWHERE);
  }

  StatementPlan plan(Refresh statement) {
    Relation relation = context.lookup().existing(statement.name());
    MaterializedView view = context.catalog().materializedView(relation);
    if (view == null) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED, "\"" + relation.name() + "\" is not a materialized view");
    }
    if (statement.concurrently()) {
      checkConcurrent(statement, relation, view);
    }
    List<EngineStep> steps = new ArrayList<>();
    String table = EngineSql.name(relation.engineName());
    boolean changes = view.populated() != statement.withData();
    if (changes) {
      MaterializedView after =
          new MaterializedView(view.definition(), view.engineQuery(), statement.withData());
      context
          .records()
          .materialized(relation.schema(), relation.name(), after)
          .forEach(sql -> steps.add(EngineStep.of(sql)));
    }
    steps.add(EngineStep.of("DELETE FROM " + table));
    if (statement.withData()) {
      steps.add(EngineStep.of("INSERT INTO " + table + " " + view.engineQuery()));
    }
    return new StatementPlan.Engine(
        steps,
        List.of(),
        null,
        CommandTag.of("REFRESH MATERIALIZED VIEW"),
        changes,
        false,
        true,
        List.of(),
        BlockRule.ANYWHERE);
  }

  /** Source: {@code src/backend/commands/matview.c} (ExecRefreshMatView). */
  private void checkConcurrent(Refresh statement, Relation relation, MaterializedView view) {
    if (!statement.withData()) {
      throw Errors.of(
          SqlState.SYNTAX_ERROR,
          "REFRESH options CONCURRENTLY and WITH NO DATA cannot be used together");
    }
    if (!view.populated()) {
      throw Errors.of(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "CONCURRENTLY cannot be used when the materialized view is not populated");
    }
    StoredTable stored = TableRebuild.stored(context, relation);
    boolean unique =
        stored.indexes().stream()
            .anyMatch(
                index ->
                    index.unique() && index.keys().stream().noneMatch(key -> key.startsWith("(")));
    if (!unique) {
      throw Errors.of(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "cannot refresh materialized view \""
                  + relation.schema()
                  + "."
                  + relation.name()
                  + "\" concurrently")
          .withHint(
              "Create a unique index with no WHERE clause on one or more columns of the"
                  + " materialized view.");
    }
  }
}
