package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ConflictClause;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * INSERT.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformInsertStmt).
 */
final class InsertAnalyzer {
  private static final String SOURCE = "duckgres_source";

  private final Analysis analysis;

  InsertAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * @param parent the scope around the statement; null for a whole one
   */
  DataStatement analyze(InsertNode insert, Scope parent) {
    Scope outer = new Scope(parent);
    List<SqlNode> with =
        new CommonTables(analysis).analyze(insert.with(), insert.recursive(), outer);
    boolean computed =
        analysis.inSteps
            || RawQueries.in(insert.returning())
            || ConflictAnalyzer.needsSteps(insert)
            || updatesKeys(insert);
    Relation named = new RelationLookup(analysis).search(((TableItem) insert.target()).name());
    computed |=
        named != null
            && (named.kind() == Relation.Kind.VIEW
                || TargetRelation.isPartitioned(named, analysis)
                || ConflictAnalyzer.isAboutExpressions(insert, named, analysis));
    TargetRelation target =
        TargetRelation.find(
            (TableItem) insert.target(), analysis, computed, UpdatableView.Verb.INSERT);
    List<Attribute> columns = columns(insert, target);
    InsertSource.Source source =
        insert.source() instanceof QueryNode query
            ? new InsertSource(analysis).source(query, insert, columns, outer)
            : new InsertSource.Source(null, columns);
    SequenceNames.noteDefaults(target.relation(), source.columns(), analysis);
    noteTarget(target.relation(), source.columns());
    Scope returningScope = new Scope(outer);
    returningScope.add(target.item());
    List<Target> returning =
        new TargetList(analysis)
            .analyze(insert.returning(), Place.of(returningScope, Clause.RETURNING), true);
    List<OutputColumn> returned =
        insert.returning().isEmpty() ? null : TargetList.columns(returning);
    ConflictClause conflict = (ConflictClause) insert.onConflict();
    ConflictAnalyzer conflicts = new ConflictAnalyzer(analysis, target, outer);
    if (computed) {
      Staged staged = new Staged(insert, with, target, source, returning);
      return new DataStatement(null, stage(staged, conflict, conflicts), returned);
    }
    InsertNode node =
        new InsertNode(
            insert.getParserPosition(),
            insert.recursive(),
            with,
            target.node(),
            targetColumns(source.columns()),
            insert.overriding(),
            source.query(),
            conflict == null ? null : conflicts.clause(conflict),
            TargetList.items(returning));
    return new DataStatement(node, null, returned);
  }

  /** Foreign keys want to know what ON CONFLICT DO UPDATE does to which row. */
  private boolean updatesKeys(InsertNode insert) {
    if (!(insert.onConflict() instanceof ConflictClause clause) || !clause.update()) {
      return false;
    }
    Relation table = new RelationLookup(analysis).search(((TableItem) insert.target()).name());
    return table != null
        && !ForeignKeyGraph.of(analysis.catalog).columns(table.schema(), table.name()).isEmpty();
  }

  private record Staged(
      InsertNode insert,
      List<SqlNode> with,
      TargetRelation target,
      InsertSource.Source source,
      List<Target> returning) {}

  private Stage.Changes stage(Staged insert, ConflictClause conflict, ConflictAnalyzer conflicts) {
    TargetRelation target = insert.target();
    QueryNode rows = rows(insert.source(), target);
    ConflictAnalyzer.Resolution resolution =
        conflict == null ? null : conflicts.resolve(conflict, rows);
    String table = analysis.stageName();
    QueryNode complete =
        StagedRows.complete(resolution == null ? rows : resolution.rows(), target.relation());
    List<SqlNode> with = new ArrayList<>(insert.with());
    if (resolution != null) {
      with.add(resolution.proposed());
    }
    boolean update = conflict != null && conflict.update();
    return new Stage.Changes(
        table,
        target.relation(),
        StagedRows.with(complete, with, insert.insert().recursive()),
        update ? Stage.Check.CONFLICT_ONCE : Stage.Check.NONE,
        update ? Set.of(Action.INSERT, Action.UPDATE) : Set.of(Action.INSERT),
        written(target),
        resolution == null ? List.of() : resolution.updated(),
        null,
        insert.returning().isEmpty()
            ? null
            : StagedRows.returning(insert.returning(), table, target.alias()),
        ViewCheck.of(target, table));
  }

  /** Names of the columns that an INSERT in steps writes: all that the engine does not compute. */
  static List<String> written(TargetRelation target) {
    return target.relation().attributes().stream()
        .filter(attribute -> !attribute.generated())
        .map(Attribute::name)
        .toList();
  }

  /** The new rows, what is not given filled in. */
  private static QueryNode rows(InsertSource.Source source, TargetRelation target) {
    List<String> names = new ArrayList<>();
    source.columns().forEach(column -> names.add("c" + (names.size() + 1)));
    List<SqlNode> items = new ArrayList<>();
    items.add(StagedRows.item(StagedRows.noRow(), Stage.ROW));
    items.add(StagedRows.item(StagedRows.text(Action.INSERT.name()), Stage.ACTION));
    items.addAll(
        StagedRows.columns(
            target.relation(),
            attribute -> {
              int given = source.query() == null ? -1 : source.columns().indexOf(attribute);
              return given < 0
                  ? StagedRows.defaultOf(attribute)
                  : new ColumnRef(
                      SqlParserPos.ZERO,
                      SOURCE,
                      names.get(given),
                      ExpressionType.ofValues(attribute),
                      0,
                      0);
            }));
    List<SqlNode> from =
        source.query() == null
            ? List.of()
            : List.of(
                new QueryItem(
                    SqlParserPos.ZERO, false, withDefaults(source), new Alias(SOURCE, names)));
    return StagedRows.query(items, from, null);
  }

  /** VALUES with DEFAULT spelt out. */
  private static QueryNode withDefaults(InsertSource.Source source) {
    if (!(source.query().body() instanceof ValuesCore values)) {
      return source.query();
    }
    List<SqlNode> rows = new ArrayList<>();
    for (SqlNode node : values.rows()) {
      List<SqlNode> fields = new ArrayList<>();
      for (SqlNode field : ((RowCall) node).fields()) {
        fields.add(
            field instanceof io.duckgres.transpiler.tree.DefaultValue
                ? StagedRows.defaultOf(source.columns().get(fields.size()))
                : StoredValue.of(field));
      }
      rows.add(new RowCall(node.getParserPosition(), fields));
    }
    return SetOperationAnalyzer.asQuery(new ValuesCore(values.getParserPosition(), rows));
  }

  private void noteTarget(Relation table, List<Attribute> written) {
    analysis.insertTarget = table;
    noteDefaults(table, written, analysis);
  }

  /** Notes whether columns are left to their defaults. */
  static void noteDefaults(Relation table, List<Attribute> written, Analysis analysis) {
    analysis.insertsDefaults |=
        table.attributes().stream()
            .anyMatch(
                column ->
                    column.defaultExpression() != null
                        && !column.generated()
                        && !written.contains(column));
  }

  private static List<SqlNode> targetColumns(List<Attribute> columns) {
    List<SqlNode> targets = new ArrayList<>();
    for (Attribute column : columns) {
      targets.add(new TargetColumn(SqlParserPos.ZERO, column.name(), List.of()));
    }
    return targets;
  }

  private static List<Attribute> columns(InsertNode insert, TargetRelation target) {
    if (insert.columns().isEmpty()) {
      return insert.source() == null ? List.of() : target.written();
    }
    return columns(insert.columns(), target);
  }

  /** The columns that a list names. */
  static List<Attribute> columns(List<SqlNode> list, TargetRelation target) {
    List<Attribute> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SqlNode node : list) {
      TargetColumn column = (TargetColumn) node;
      columns.add(target.column(column));
      if (!column.path().isEmpty()) {
        throw Analysis.at(
            PgException.notSupported("inserting into a field or element of a column"), column);
      }
      if (!names.add(column.name())) {
        throw Analysis.error(
            SqlState.DUPLICATE_COLUMN,
            "column \"" + column.name() + "\" specified more than once",
            column);
      }
    }
    return columns;
  }
}
