package io.duckgres.transpiler;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.analyze.AnalyzedStatement;
import io.duckgres.transpiler.analyze.Stage;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.Repetition;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.rule.RuleEngine;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.unparse.DuckDbSql;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Plans statements that change data in steps: the rows of all parts are computed into temporary
 * tables, then the changes are made, then the result is told and the tables go.
 */
final class StagedPlanner {
  private static final String RESULT = "duckgres_stage_result";

  private final RuleEngine rules;
  private final AnalyzedStatement statement;
  private final int start;
  private final KeyCapture keys;
  private final List<EngineStep> before = new ArrayList<>();
  private final List<EngineStep> changes = new ArrayList<>();
  private final List<EngineStep> cleanup = new ArrayList<>();

  private StagedPlanner(RuleEngine rules, AnalyzedStatement statement, int start, KeyCapture keys) {
    this.keys = keys;
    this.rules = rules;
    this.statement = statement;
    this.start = start;
  }

  static StatementPlan.Engine plan(
      RuleEngine rules,
      AnalyzedStatement statement,
      CommandTag tag,
      int start,
      CatalogSnapshot catalog) {
    KeyCapture keys = new KeyCapture(catalog, rules, start);
    return new StagedPlanner(rules, statement, start, keys).plan(tag);
  }

  private StatementPlan.Engine plan(CommandTag tag) {
    boolean untyped =
        statement.shape() != null
            && statement.shape().columns().stream().anyMatch(column -> column.type() == null);
    if (untyped) {
      throw PgException.notSupported(
          "a value of the engine's own type in the result of this statement");
    }
    for (Stage stage : statement.stages()) {
      if (stage instanceof Stage.Rows rows) {
        keep(rows.table(), rules.rewrite(rows.query()));
      } else {
        add((Stage.Changes) stage);
      }
    }
    EngineStep result = result();
    List<EngineStep> steps = new ArrayList<>(before);
    steps.addAll(changes);
    if (result != null) {
      steps.add(result);
    }
    int last = steps.size() - 1;
    steps.set(last, steps.get(last).drawing(statement.sequence()));
    return new StatementPlan.Engine(
        steps,
        statement.parameterTypes(),
        statement.shape(),
        tag,
        false,
        false,
        true,
        List.of(),
        BlockRule.ANYWHERE,
        cleanup);
  }

  private void add(Stage.Changes stage) {
    keep(stage.table(), rules.rewrite(stage.rows()));
    String check = ChangeSql.check(stage);
    if (check != null) {
      before.add(EngineStep.of(check));
    }
    for (QueryNode violations : stage.viewChecks()) {
      before.add(DuckDbSql.step(rules.rewrite(violations), start));
    }
    if (stage.resultTable() != null) {
      keep(stage.resultTable(), rules.rewrite(stage.returning()));
    }
    for (Action action : List.of(Action.DELETE, Action.UPDATE, Action.INSERT)) {
      if (stage.actions().contains(action)) {
        EngineStep change =
            EngineStep.of(ChangeSql.change(stage, action)).changing(stage.target().engineName());
        changes.add(keys.staged(stage, action, change, before::add, cleanup::add));
      }
    }
  }

  /** Computes rows into a temporary table. */
  private void keep(String table, SqlNode rewritten) {
    EngineStep query = DuckDbSql.step(rewritten, start);
    String prefix = "CREATE TEMP TABLE " + table + " AS ";
    boolean same = Repetitions.isSame(rewritten) && !statement.insertsDefaults();
    before.add(
        new EngineStep(
                prefix + query.sql(),
                query.parameters(),
                query.sourceMap().shifted(prefix.length()))
            .repeated(same ? Repetition.SAME : Repetition.NEVER));
    cleanup.add(EngineStep.of("DROP TABLE IF EXISTS temp.main." + table));
  }

  /** What tells the result; null where the last change does by the number of its rows. */
  private EngineStep result() {
    if (statement.node() != null) {
      return query(statement.node(), readsChangedTables(statement.node()));
    }
    Stage.Changes own = (Stage.Changes) statement.stages().get(statement.stages().size() - 1);
    if (own.returning() != null) {
      return query(own.returning(), hasSubquery(own.returning()));
    }
    return own.actions().size() == 1 ? null : EngineStep.of(ChangeSql.count(own));
  }

  /**
   * @param early whether the query must see the data as they were before the changes
   */
  private EngineStep query(SqlNode query, boolean early) {
    SqlNode rewritten = rules.rewriteStatement(query);
    if (!early) {
      return DuckDbSql.step(rewritten, start);
    }
    keep(RESULT, rewritten);
    return EngineStep.of("SELECT * FROM " + RESULT);
  }

  private boolean readsChangedTables(SqlNode node) {
    if (node instanceof TableItem table) {
      return statement.stages().stream()
          .anyMatch(
              stage ->
                  stage instanceof Stage.Changes changed
                      && changed.target().engineName().equals(table.name()));
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(this::readsChangedTables);
  }

  private static boolean hasSubquery(QueryNode query) {
    return query.getOperandList().stream().anyMatch(StagedPlanner::containsQuery);
  }

  private static boolean containsQuery(SqlNode node) {
    return node instanceof QueryNode
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(StagedPlanner::containsQuery);
  }
}
