package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.MergeNode;
import io.duckgres.transpiler.tree.MergeWhen;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.MergeWhen.Match;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * MERGE: source and target are joined, each row of the join takes the first branch that fits.
 *
 * <p>Source: {@code src/backend/parser/parse_merge.c} (transformMergeStmt) and {@code
 * src/backend/executor/nodeModifyTable.c} (ExecMerge).
 */
final class MergeAnalyzer {
  private static final String SOURCE = "duckgres_source";

  private final Analysis analysis;

  MergeAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * @param parent the scope around the statement; null for a whole one
   */
  DataStatement analyze(MergeNode merge, Scope parent) {
    checkReachable(merge);
    Scope outer = new Scope(parent);
    List<SqlNode> with = new CommonTables(analysis).analyze(merge.with(), merge.recursive(), outer);
    TargetRelation target =
        TargetRelation.find((TableItem) merge.target(), analysis, true, UpdatableView.Verb.MERGE);
    if (target.view() != null
        && target.view().condition() != null
        && has(merge, Match.NOT_MATCHED_BY_SOURCE)) {
      throw PgException.notSupported("NOT MATCHED BY SOURCE of a view with a condition");
    }
    FromAnalyzer fromAnalyzer = new FromAnalyzer(analysis, new Scope(outer));
    fromAnalyzer.register(target.alias(), merge.target());
    FromResult source = fromAnalyzer.item(merge.source(), List.of());
    Scope both = scope(outer, target, source, true, true);
    SqlNode condition =
        analysis.conversion.toBoolean(
            analysis.expressions.analyze(merge.condition(), Place.of(both, Clause.JOIN_ON)),
            "JOIN/ON");
    condition = target.where(condition);
    MergeBranches branches = new MergeBranches(analysis, target);
    for (SqlNode node : merge.whens()) {
      MergeWhen when = (MergeWhen) node;
      boolean seesTarget = when.match() != Match.NOT_MATCHED_BY_TARGET;
      boolean seesSource = when.match() != Match.NOT_MATCHED_BY_SOURCE;
      branches.add(when, scope(outer, target, source, seesTarget, seesSource));
    }
    Scope returningScope = new Scope(outer);
    source.items().forEach(returningScope::add);
    returningScope.add(target.item());
    returningScope.setMergeAction(MergeAction.column(target.alias()));
    List<Target> returning =
        new TargetList(analysis)
            .analyze(merge.returning(), Place.of(returningScope, Clause.RETURNING), true);
    CarriedColumns carried =
        new CarriedColumns(JoinedTables.aliases(List.of(source.node())), target.alias());
    List<Target> kept = carried.replace(returning);
    List<SqlNode> items = new ArrayList<>(branches.items());
    items.addAll(carried.items());
    QueryNode rows =
        StagedRows.query(
            items, List.of(join(merge, target, source.node(), condition)), branches.applies());
    String table = analysis.stageName();
    Stage.Changes stage =
        new Stage.Changes(
            table,
            target.relation(),
            StagedRows.with(StagedRows.complete(rows, target.relation()), with, merge.recursive()),
            Stage.Check.MERGE_ONCE,
            actions(merge),
            InsertAnalyzer.written(target),
            branches.updated(),
            null,
            returning.isEmpty() ? null : StagedRows.returning(kept, table, target.alias()),
            ViewCheck.of(target, table));
    return new DataStatement(
        null, stage, merge.returning().isEmpty() ? null : TargetList.columns(returning));
  }

  private static Scope scope(
      Scope outer,
      TargetRelation target,
      FromResult source,
      boolean seesTarget,
      boolean seesSource) {
    Scope scope = new Scope(outer);
    if (seesTarget) {
      scope.add(target.item());
    }
    if (seesSource) {
      source.items().forEach(scope::add);
    }
    return scope;
  }

  private static void checkReachable(MergeNode merge) {
    Set<Match> closed = new HashSet<>();
    for (SqlNode node : merge.whens()) {
      MergeWhen when = (MergeWhen) node;
      if (closed.contains(when.match())) {
        throw new PgException(
            SqlState.SYNTAX_ERROR,
            "unreachable WHEN clause specified after unconditional WHEN clause");
      }
      if (when.condition() == null) {
        closed.add(when.match());
      }
    }
  }

  private static Set<Action> actions(MergeNode merge) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    merge.whens().forEach(when -> actions.add(((MergeWhen) when).action()));
    actions.remove(Action.NOTHING);
    return actions;
  }

  /**
   * The join, in which {@link MergeBranches#PRESENT} tells whether there is a row of the source.
   */
  private static JoinItem join(
      MergeNode merge, TargetRelation target, SqlNode source, SqlNode condition) {
    QueryNode marker =
        StagedRows.query(
            List.of(
                StagedRows.item(
                    StagedRows.sql("true", ExpressionType.of(PgTypes.BOOL)),
                    MergeBranches.PRESENT)),
            List.of(),
            null);
    QueryItem marked =
        new QueryItem(
            SqlParserPos.ZERO, false, marker, new Alias(SOURCE, List.of(MergeBranches.PRESENT)));
    JoinItem right = item(JoinItem.Kind.CROSS, source, marked, null);
    return item(kind(merge), target.source(), right, condition);
  }

  private static JoinItem.Kind kind(MergeNode merge) {
    boolean missingSource = has(merge, Match.NOT_MATCHED_BY_SOURCE);
    if (has(merge, Match.NOT_MATCHED_BY_TARGET)) {
      return missingSource ? JoinItem.Kind.FULL : JoinItem.Kind.RIGHT;
    }
    return missingSource ? JoinItem.Kind.LEFT : JoinItem.Kind.INNER;
  }

  private static boolean has(MergeNode merge, Match match) {
    return merge.whens().stream().anyMatch(when -> ((MergeWhen) when).match() == match);
  }

  private static JoinItem item(JoinItem.Kind kind, SqlNode left, SqlNode right, SqlNode condition) {
    return new JoinItem(SqlParserPos.ZERO, kind, false, left, right, condition, null, null, null);
  }
}
