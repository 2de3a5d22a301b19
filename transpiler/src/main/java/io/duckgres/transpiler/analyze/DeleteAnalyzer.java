package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.TableItem;
import java.util.List;
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

  DataStatement analyze(DeleteNode delete) {
    Scope outer = new Scope(null);
    List<SqlNode> with =
        new CommonTables(analysis).analyze(delete.with(), delete.recursive(), outer);
    TargetRelation target = TargetRelation.find((TableItem) delete.target(), analysis, true);
    Scope scope = new Scope(outer);
    FromAnalyzer fromAnalyzer = new FromAnalyzer(analysis, scope);
    fromAnalyzer.register(target.alias(), delete.target());
    List<SqlNode> using = fromAnalyzer.analyze(delete.using());
    scope.items().add(0, target.item());
    SqlNode where =
        delete.where() == null
            ? null
            : analysis.conversion.toBoolean(
                analysis.expressions.analyze(delete.where(), Place.of(scope, Clause.WHERE)),
                "WHERE");
    List<Target> returning =
        new TargetList(analysis)
            .analyze(delete.returning(), Place.of(scope, Clause.RETURNING), true);
    ReturningChecks.check(returning, target);
    DeleteNode node =
        new DeleteNode(
            delete.getParserPosition(),
            delete.recursive(),
            with,
            target.node(),
            using,
            where,
            TargetList.items(returning));
    return new DataStatement(
        node, delete.returning().isEmpty() ? null : TargetList.columns(returning));
  }
}
