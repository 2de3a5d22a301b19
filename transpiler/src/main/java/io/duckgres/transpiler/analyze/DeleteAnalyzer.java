package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * DELETE.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformDeleteStmt).
 */
final class DeleteAnalyzer {
  private final Analysis analysis;

  DeleteAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * @param parent the scope around the statement; null for a whole one
   */
  DataStatement analyze(DeleteNode delete, Scope parent) {
    Scope outer = new Scope(parent);
    List<SqlNode> with =
        new CommonTables(analysis).analyze(delete.with(), delete.recursive(), outer);
    TargetRelation target =
        TargetRelation.find((TableItem) delete.target(), analysis, true, UpdatableView.Verb.DELETE);
    Scope scope = new Scope(outer);
    FromAnalyzer fromAnalyzer = new FromAnalyzer(analysis, scope);
    fromAnalyzer.register(target.alias(), delete.target());
    List<SqlNode> using = fromAnalyzer.analyze(delete.using());
    Set<String> others = JoinedTables.aliases(using);
    scope.items().add(0, target.item());
    SqlNode where =
        delete.where() == null
            ? null
            : analysis.conversion.toBoolean(
                analysis.expressions.analyze(delete.where(), Place.of(scope, Clause.WHERE)),
                "WHERE");
    where = target.where(where);
    List<Target> returning =
        new TargetList(analysis)
            .analyze(delete.returning(), Place.of(scope, Clause.RETURNING), true);
    List<OutputColumn> columns =
        delete.returning().isEmpty() ? null : TargetList.columns(returning);
    if (analysis.inSteps
        || RawQueries.in(delete.returning())
        || JoinedTables.mentions(returning, others)) {
      return new DataStatement(
          null, stage(delete, with, target, using, where, returning, others), columns);
    }
    DeleteNode node =
        new DeleteNode(
            delete.getParserPosition(),
            delete.recursive(),
            with,
            target.node(),
            using,
            where,
            TargetList.items(returning));
    return new DataStatement(node, null, columns);
  }

  private Stage.Changes stage(
      DeleteNode delete,
      List<SqlNode> with,
      TargetRelation target,
      List<SqlNode> using,
      SqlNode where,
      List<Target> returning,
      Set<String> others) {
    CarriedColumns carried = new CarriedColumns(others, target.alias());
    List<Target> kept = carried.replace(returning);
    ColumnRef row = StagedRows.rowIdentifier(target.alias(), target.relation());
    List<SqlNode> items = new ArrayList<>();
    items.add(StagedRows.item(row, Stage.ROW));
    items.add(StagedRows.item(StagedRows.text(Action.DELETE.name()), Stage.ACTION));
    items.addAll(StagedRows.columns(target.relation(), target::reference));
    items.addAll(carried.items());
    QueryNode rows =
        StagedRows.distinct(
            using.isEmpty() ? List.of() : List.of(row), items, target.before(using), where);
    String table = analysis.stageName();
    return new Stage.Changes(
        table,
        target.relation(),
        StagedRows.with(StagedRows.complete(rows, target.relation()), with, delete.recursive()),
        Stage.Check.NONE,
        Set.of(Action.DELETE),
        List.of(),
        List.of(),
        null,
        returning.isEmpty() ? null : StagedRows.returning(kept, table, target.alias()),
        List.of());
  }
}
