package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Partition;
import io.duckgres.transpiler.catalog.PartitionedTable;
import io.duckgres.transpiler.catalog.Partitions;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDefinition.CheckOption;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A view through which the rows of its one table are changed: its columns and its condition over
 * that table.
 *
 * <p>Source: {@code src/backend/rewrite/rewriteHandler.c} (rewriteTargetView).
 *
 * @param verb what the statement does
 * @param base the table in the end
 * @param columns the view's columns
 * @param condition what its rows meet; null for all
 * @param checks what new rows have to meet, that of the innermost view first
 * @see <a
 *     href="https://www.postgresql.org/docs/17/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS">Updatable
 *     Views</a>
 */
record UpdatableView(
    Relation view,
    Verb verb,
    Relation base,
    List<Column> columns,
    SqlNode condition,
    List<Check> checks) {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  /**
   * A column.
   *
   * @param target the table's column that it is; null for an expression
   * @param value it in terms of the table's columns
   */
  record Column(String name, Attribute target, SqlNode value) {}

  /**
   * What new rows have to meet.
   *
   * @param error SQLSTATE in brackets and message for one that does not
   */
  record Check(String error, SqlNode condition) {}

  /** What stands for the table in the statement, as an alias and in references to its columns. */
  private record Names(String alias, String qualifier) {}

  /** What the analysis of a view's text gives: the query, or why it can't be changed through. */
  record Reading(SelectCore select, Relation base, String alias, String obstacle) {
    /** The columns that are columns of the table in the end, by their place. */
    List<Integer> columns(Analysis analysis) {
      ViewDefinition inner =
          base.kind() == Relation.Kind.VIEW ? analysis.catalog.viewDefinition(base) : null;
      List<Integer> columns = new ArrayList<>();
      for (int i = 0; i < select.items().size(); i++) {
        SqlNode expression = ((SelectItem) select.items().get(i)).expression();
        boolean own =
            expression instanceof ColumnRef reference
                && alias.equals(reference.qualifier())
                && base.attribute(reference.column()) != null;
        if (own && base.kind() == Relation.Kind.VIEW) {
          own =
              inner != null
                  && inner.updatable() != null
                  && inner.updatable().contains(((ColumnRef) expression).column());
        }
        if (own) {
          columns.add(i);
        }
      }
      return columns;
    }
  }

  /**
   * The view, ready to be changed through.
   *
   * @param verb what is tried, for messages: {@code insert into}, {@code update} …
   * @param alias the view's name in the statement
   * @param qualifier how columns of the table are qualified; null for not at all
   * @throws PgException 55000 when PostgreSQL can't either
   */
  static UpdatableView of(
      Relation view, Verb verb, String alias, String qualifier, Analysis analysis) {
    UpdatableView found = resolve(view, verb, new Names(alias, qualifier), false, analysis);
    if (found.columns.stream().noneMatch(column -> column.target != null) && verb != Verb.DELETE) {
      throw verb.refused(view, ViewObstacle.notColumns());
    }
    return found;
  }

  /** What is done to the rows. */
  enum Verb {
    INSERT("insert into", "inserting into", "INSERT"),
    UPDATE("update", "updating", "UPDATE"),
    DELETE("delete from", "deleting from", "DELETE"),
    MERGE("merge into", "merging into", "MERGE");

    private final String words;
    private final String gerund;
    private final String command;

    Verb(String words, String gerund, String command) {
      this.words = words;
      this.gerund = gerund;
      this.command = command;
    }

    String words() {
      return words;
    }

    PgException refused(Relation view, String detail) {
      return new PgException(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "cannot " + words + " view \"" + view.name() + "\"")
          .withDetail(detail)
          .withHint(
              "To enable "
                  + gerund
                  + " the view, provide an INSTEAD OF "
                  + command
                  + " trigger"
                  + (this == MERGE
                      ? "."
                      : " or an unconditional ON " + command + " DO INSTEAD rule."));
    }
  }

  /** A partitioned table, or a partition, which is a view of one. */
  static UpdatableView partitioned(
      Relation relation, Verb verb, String alias, String qualifier, Analysis analysis) {
    Partitions all = analysis.catalog.partitions();
    Partition partition = all.partition(relation.schema(), relation.name());
    if (partition == null) {
      PartitionedTable table = all.table(relation.schema(), relation.name());
      Check check =
          new Check(
              "[23514] no partition of relation \"" + relation.name() + "\" found for row",
              condition(all.accepted(table), relation, qualifier, analysis));
      UpdatableView whole = table(relation, verb, new Names(alias, qualifier));
      return new UpdatableView(relation, verb, relation, whole.columns, null, List.of(check));
    }
    Relation parent = analysis.catalog.relation(partition.parentSchema(), partition.parent());
    UpdatableView whole = table(parent, verb, new Names(alias, qualifier));
    SqlNode condition = condition(all.condition(partition), parent, qualifier, analysis);
    Check check =
        new Check(
            "[23514] new row for relation \""
                + relation.name()
                + "\" violates partition constraint",
            condition);
    return new UpdatableView(relation, verb, parent, whole.columns, condition, List.of(check));
  }

  private static SqlNode condition(
      String text, Relation table, String qualifier, Analysis analysis) {
    Scope scope = new Scope(null);
    scope.add(TargetRelation.item(table, table.name(), null, qualifier));
    return analysis.conversion.toBoolean(
        analysis.expressions.analyze(RoutineText.expression(text), Place.of(scope, Clause.OTHER)),
        "WHERE");
  }

  private static UpdatableView resolve(
      Relation view, Verb verb, Names place, boolean cascaded, Analysis analysis) {
    ViewDefinition definition = analysis.catalog.viewDefinition(view);
    if (definition == null) {
      throw PgException.notSupported("changing this view");
    }
    Scope around = new Scope(null);
    around.add(new ScopeItem(place.alias, null, place.alias, List.of(), false, false));
    Reading reading = read(definition, around, analysis);
    if (reading.obstacle != null) {
      throw verb.refused(view, reading.obstacle);
    }
    boolean checksAll = cascaded || definition.checkOption() == CheckOption.CASCADED;
    boolean checks = checksAll || definition.checkOption() == CheckOption.LOCAL;
    UpdatableView inner =
        reading.base.kind() == Relation.Kind.VIEW
            ? resolve(reading.base, verb, place, checksAll, analysis)
            : table(reading.base, verb, place);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < reading.select.items().size(); i++) {
      SqlNode expression = ((SelectItem) reading.select.items().get(i)).expression();
      Column own = inner.columnOf(expression, reading.alias);
      String name = view.attributes().get(i).name();
      columns.add(
          new Column(
              name,
              own == null ? null : own.target,
              own == null ? inner.over(expression, reading.alias) : own.value));
    }
    SqlNode condition =
        reading.select.where() == null ? null : inner.over(reading.select.where(), reading.alias);
    List<Check> all = new ArrayList<>(inner.checks);
    if (checks && condition != null) {
      all.add(
          new Check(
              "[44000] new row violates check option for view \"" + view.name() + "\"", condition));
    }
    return new UpdatableView(
        view, verb, inner.base, columns, and(inner.condition, condition), List.copyOf(all));
  }

  private static UpdatableView table(Relation base, Verb verb, Names place) {
    List<Column> columns = new ArrayList<>();
    for (Attribute attribute : base.attributes()) {
      columns.add(
          new Column(
              attribute.name(),
              attribute,
              FromAnalyzer.column(place.qualifier, attribute, base.oid())));
    }
    return new UpdatableView(base, verb, base, columns, null, List.of());
  }

  /** Analyses a view's text. */
  static Reading read(ViewDefinition definition, Scope around, Analysis analysis) {
    QueryNode tree = (QueryNode) RoutineText.statements(definition.query()).get(0);
    Analysis inside =
        new Analysis(
            new RoutineContext(analysis.context, definition.searchPath()),
            ParameterTypes.of(List.of()));
    return reading(inside.queries.analyze(tree, Scope.ofRoutine(around)).node(), analysis);
  }

  /** What an analysed query offers to changes. */
  static Reading reading(QueryNode query, Analysis analysis) {
    String obstacle = ViewObstacle.of(query);
    if (obstacle != null) {
      return new Reading(null, null, null, obstacle);
    }
    QueryNode inner = query;
    while (inner.body() instanceof QueryNode nested) {
      inner = nested;
    }
    SelectCore select = (SelectCore) inner.body();
    TableItem table = (TableItem) select.from().get(0);
    Relation base = analysis.catalog.relationByEngineName(table.name());
    boolean changeable =
        base != null && (base.kind() == Relation.Kind.TABLE || base.kind() == Relation.Kind.VIEW);
    return changeable
        ? new Reading(select, base, table.alias().name(), null)
        : new Reading(null, null, null, ViewObstacle.notOne());
  }

  private Column columnOf(SqlNode expression, String alias) {
    if (expression instanceof ColumnRef reference && alias.equals(reference.qualifier())) {
      return column(reference.column());
    }
    return null;
  }

  /** The view's column of this name, or null. */
  Column column(String name) {
    for (Column column : columns) {
      if (column.name.equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** An expression over the item {@code alias}, which this stands for. */
  private SqlNode over(SqlNode expression, String alias) {
    if (expression instanceof ColumnRef reference) {
      if (!reference.rowFields().isEmpty()) {
        throw PgException.notSupported("changing a view with a whole-row reference");
      }
      Column column = columnOf(reference, alias);
      if (column == null && alias.equals(reference.qualifier())) {
        throw PgException.notSupported("changing a view with a system column");
      }
      return column == null ? expression : column.value;
    }
    return expression instanceof PgNode parent
        ? parent.mapChildren(child -> over(child, alias))
        : expression;
  }

  static SqlNode and(SqlNode left, SqlNode right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return new LogicalCall(SqlParserPos.ZERO, LogicalCall.Kind.AND, List.of(left, right), BOOL);
  }

  /** The view's columns as names see them. */
  ScopeItem item(String alias, String schema) {
    List<ScopeColumn> visible = new ArrayList<>();
    columns.forEach(column -> visible.add(new ScopeColumn(column.name, column.value)));
    return new ScopeItem(alias, schema, alias, visible, true, true);
  }

  /** The view as a new row would look through it, for {@code excluded}. */
  UpdatableView qualified(String qualifier, Analysis analysis) {
    return view.kind() == Relation.Kind.VIEW
        ? resolve(view, Verb.INSERT, new Names(qualifier, qualifier), false, analysis)
        : partitioned(view, Verb.INSERT, qualifier, qualifier, analysis);
  }
}
