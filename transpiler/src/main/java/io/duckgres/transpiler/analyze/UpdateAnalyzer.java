package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.UpdateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * UPDATE.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformUpdateStmt).
 */
final class UpdateAnalyzer {
  private static final String MATCHED = "duckgres_matched";

  private final Analysis analysis;

  UpdateAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * @param parent the scope around the statement; null for a whole one
   */
  DataStatement analyze(UpdateNode update, Scope parent) {
    Scope outer = new Scope(parent);
    List<SqlNode> with =
        new CommonTables(analysis).analyze(update.with(), update.recursive(), outer);
    TargetRelation target =
        TargetRelation.find((TableItem) update.target(), analysis, true, UpdatableView.Verb.UPDATE);
    Scope scope = new Scope(outer);
    FromAnalyzer fromAnalyzer = new FromAnalyzer(analysis, scope);
    fromAnalyzer.register(target.alias(), update.target());
    List<SqlNode> from = fromAnalyzer.analyze(update.from());
    Set<String> others = JoinedTables.aliases(from);
    scope.items().add(0, target.item());
    List<SqlNode> assignments =
        new Assignments(analysis, target).analyze(update.assignments(), scope);
    SqlNode where =
        update.where() == null
            ? null
            : analysis.conversion.toBoolean(
                analysis.expressions.analyze(update.where(), Place.of(scope, Clause.WHERE)),
                "WHERE");
    where = target.where(where);
    List<Target> returning =
        new TargetList(analysis)
            .analyze(update.returning(), Place.of(scope, Clause.RETURNING), true);
    List<OutputColumn> columns =
        update.returning().isEmpty() ? null : TargetList.columns(returning);
    if (analysis.inSteps
        || RawQueries.in(update.returning())
        || target.view() != null
        || JoinedTables.mentions(returning, others)) {
      Stage.Changes stage =
          stage(update, with, target, assignments, from, where, returning, others);
      return new DataStatement(null, stage, columns);
    }
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
    return new DataStatement(from.isEmpty() ? node : once(node, target), null, columns);
  }

  private Stage.Changes stage(
      UpdateNode update,
      List<SqlNode> with,
      TargetRelation target,
      List<SqlNode> assignments,
      List<SqlNode> from,
      SqlNode where,
      List<Target> returning,
      Set<String> others) {
    Map<String, SqlNode> values = new LinkedHashMap<>();
    for (SqlNode node : assignments) {
      Assignment assignment = (Assignment) node;
      values.put(((TargetColumn) assignment.targets().get(0)).name(), assignment.value());
    }
    CarriedColumns carried = new CarriedColumns(others, target.alias());
    List<Target> kept = carried.replace(returning);
    ColumnRef row = StagedRows.rowIdentifier(target.alias(), target.relation());
    List<SqlNode> items = new ArrayList<>();
    items.add(StagedRows.item(row, Stage.ROW));
    items.add(StagedRows.item(StagedRows.text(Action.UPDATE.name()), Stage.ACTION));
    items.addAll(
        StagedRows.columns(
            target.relation(),
            attribute -> values.getOrDefault(attribute.name(), target.reference(attribute))));
    items.addAll(carried.items());
    QueryNode rows =
        StagedRows.distinct(
            from.isEmpty() ? List.of() : List.of(row), items, target.before(from), where);
    String table = analysis.stageName();
    return new Stage.Changes(
        table,
        target.relation(),
        StagedRows.with(StagedRows.complete(rows, target.relation()), with, update.recursive()),
        Stage.Check.NONE,
        Set.of(Action.UPDATE),
        List.of(),
        List.copyOf(values.keySet()),
        null,
        returning.isEmpty() ? null : StagedRows.returning(kept, table, target.alias()),
        ViewCheck.of(target, table));
  }

  /**
   * UPDATE … FROM in which a row has several partners changes it once, by one of them; the engine
   * would do it several times, and count so.
   */
  private static UpdateNode once(UpdateNode update, TargetRelation target) {
    ColumnRef row = StagedRows.rowIdentifier(target.alias(), target.relation());
    List<SqlNode> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<SqlNode> assignments = new ArrayList<>();
    items.add(StagedRows.item(row, Stage.ROW));
    names.add(Stage.ROW);
    for (SqlNode node : update.assignments()) {
      Assignment assignment = (Assignment) node;
      SqlNode value = assignment.value();
      if (value instanceof DefaultValue) {
        assignments.add(assignment);
        continue;
      }
      String name = ((TargetColumn) assignment.targets().get(0)).name();
      Attribute attribute = target.relation().attribute(name);
      items.add(StagedRows.item(StoredValue.of(value), attribute.name()));
      names.add(attribute.name());
      assignments.add(
          new Assignment(
              assignment.getParserPosition(),
              assignment.targets(),
              new ColumnRef(SqlParserPos.ZERO, MATCHED, name, Typed.of(value), 0, 0)));
    }
    QueryNode matched =
        StagedRows.distinct(List.of(row), items, target.before(update.from()), update.where());
    return new UpdateNode(
        update.getParserPosition(),
        update.recursive(),
        update.with(),
        target.node(),
        assignments,
        List.of(new QueryItem(SqlParserPos.ZERO, false, matched, new Alias(MATCHED, names))),
        StagedRows.sameRow(row, MATCHED),
        update.returning());
  }
}
