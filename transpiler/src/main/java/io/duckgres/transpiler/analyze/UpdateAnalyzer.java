package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.UpdateNode;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * UPDATE.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformUpdateStmt).
 */
final class UpdateAnalyzer {
  private final Analysis analysis;

  UpdateAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  DataStatement analyze(UpdateNode update) {
    Scope outer = new Scope(null);
    List<SqlNode> with =
        new CommonTables(analysis).analyze(update.with(), update.recursive(), outer);
    TargetRelation target = TargetRelation.find((TableItem) update.target(), analysis, true);
    Scope scope = new Scope(outer);
    FromAnalyzer fromAnalyzer = new FromAnalyzer(analysis, scope);
    fromAnalyzer.register(target.alias(), update.target());
    List<SqlNode> from = fromAnalyzer.analyze(update.from());
    scope.items().add(0, target.item());
    List<SqlNode> assignments =
        new Assignments(analysis, target).analyze(update.assignments(), scope);
    SqlNode where =
        update.where() == null
            ? null
            : analysis.conversion.toBoolean(
                analysis.expressions.analyze(update.where(), Place.of(scope, Clause.WHERE)),
                "WHERE");
    List<Target> returning =
        new TargetList(analysis)
            .analyze(update.returning(), Place.of(scope, Clause.RETURNING), true);
    ReturningChecks.check(returning, target);
    UpdateNode node =
        new UpdateNode(
            update.getParserPosition(),
            update.recursive(),
            with,
            target.node(),
            assignments,
            from,
            where,
            TargetList.items(returning));
    return new DataStatement(
        node, update.returning().isEmpty() ? null : TargetList.columns(returning));
  }
}
