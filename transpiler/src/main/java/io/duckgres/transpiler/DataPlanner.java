package io.duckgres.transpiler;

import io.duckgres.transpiler.analyze.AnalyzedStatement;
import io.duckgres.transpiler.analyze.StatementAnalyzer;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.BatchForm;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.rule.RuleEngine;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.MergeNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.UpdateNode;
import io.duckgres.transpiler.unparse.DuckDbSql;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Plans queries and statements that change rows. */
final class DataPlanner {
  private final RuleEngine rules;

  DataPlanner(RuleEngine rules) {
    this.rules = rules;
  }

  /**
   * @param tree as built
   * @param start offset of the statement in the client's text, which the source map counts from
   */
  StatementPlan.Engine plan(
      SqlNode tree, ParameterTypes parameters, PlanningContext context, int start) {
    AnalyzedStatement analyzed = new StatementAnalyzer(context).analyze(tree, parameters);
    return engine(analyzed, tag(tree), !(tree instanceof QueryNode), start, context.catalog());
  }

  /** The plan of an analysed statement. */
  StatementPlan.Engine engine(
      AnalyzedStatement analyzed,
      CommandTag tag,
      boolean writes,
      int start,
      CatalogSnapshot catalog) {
    if (!analyzed.stages().isEmpty()) {
      return StagedPlanner.plan(rules, analyzed, tag, start, catalog);
    }
    SqlNode rewritten = rules.rewriteStatement(analyzed.node());
    List<EngineStep> steps =
        new KeyCapture(catalog, rules, start)
            .steps(analyzed.node(), step(analyzed, rewritten, start));
    if (steps.size() == 1
        && steps.get(0).change() == null
        && rewritten instanceof InsertNode insert
        && BatchForms.applies(insert)) {
      BatchForm batch = new BatchForm(() -> step(analyzed, BatchForms.of(insert), start));
      steps = List.of(steps.get(0).batched(batch));
    }
    return new StatementPlan.Engine(
        steps,
        analyzed.parameterTypes(),
        analyzed.shape(),
        tag,
        false,
        false,
        writes,
        List.of(),
        BlockRule.ANYWHERE,
        steps.size() > 1 ? KeyCapture.CLEANUP : List.of());
  }

  private static EngineStep step(AnalyzedStatement analyzed, SqlNode rewritten, int start) {
    EngineStep step = DuckDbSql.step(rewritten, start).drawing(analyzed.sequence());
    return step.repeated(Repetitions.of(analyzed, step.sql()))
        .planned(FixedPlans.isFixed(analyzed.node()))
        .changing(target(analyzed.node()));
  }

  private static List<String> target(SqlNode node) {
    SqlNode target = null;
    if (node instanceof InsertNode insert) {
      target = insert.target();
    } else if (node instanceof UpdateNode update) {
      target = update.target();
    } else if (node instanceof DeleteNode delete) {
      target = delete.target();
    }
    return target instanceof TableItem table ? table.name() : List.of();
  }

  RuleEngine rules() {
    return rules;
  }

  private static CommandTag tag(SqlNode tree) {
    if (tree instanceof InsertNode) {
      return CommandTag.INSERT;
    }
    if (tree instanceof UpdateNode) {
      return CommandTag.UPDATE;
    }
    if (tree instanceof DeleteNode) {
      return CommandTag.DELETE;
    }
    if (tree instanceof MergeNode) {
      return CommandTag.MERGE;
    }
    return CommandTag.SELECT;
  }

  /** Whether the tree is one that this planner plans. */
  static boolean plans(SqlNode tree) {
    return tree instanceof QueryNode
        || tree instanceof InsertNode
        || tree instanceof UpdateNode
        || tree instanceof DeleteNode
        || tree instanceof MergeNode;
  }
}
