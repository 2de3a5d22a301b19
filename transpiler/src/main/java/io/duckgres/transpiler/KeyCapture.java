package io.duckgres.transpiler;

import io.duckgres.transpiler.analyze.Stage;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.RowChange;
import io.duckgres.transpiler.plan.RowChange.Kind;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.rule.RuleEngine;
import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.UpdateNode;
import io.duckgres.transpiler.unparse.DuckDbSql;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Finds out what a statement does to rows that foreign keys are about, and captures their keys in a
 * temporary table before it does.
 */
final class KeyCapture {
  /** Objects whose names begin so are hidden from clients. */
  private static final String TABLE = "duckgres_changed";

  /** What removes the temporary table. */
  static final List<EngineStep> CLEANUP =
      List.of(EngineStep.of("DROP TABLE IF EXISTS temp.main." + TABLE));

  private final CatalogSnapshot catalog;
  private final RuleEngine rules;
  private final int start;
  private final ForeignKeyGraph graph;

  /**
   * @param start offset of the statement in the client's text
   */
  KeyCapture(CatalogSnapshot catalog, RuleEngine rules, int start) {
    this.catalog = catalog;
    this.rules = rules;
    this.start = start;
    graph = ForeignKeyGraph.of(catalog);
  }

  /**
   * The step with what it changes, after the step that captures it.
   *
   * @param statement the analysed statement that the step carries out
   */
  List<EngineStep> steps(SqlNode statement, EngineStep step) {
    if (graph.isEmpty()) {
      return List.of(step);
    }
    if (statement instanceof InsertNode insert) {
      return insert(insert, step);
    }
    if (statement instanceof UpdateNode update) {
      return update(update, step);
    }
    return statement instanceof DeleteNode delete ? delete(delete, step) : List.of(step);
  }

  /**
   * The steps that make a stage's changes of one kind.
   *
   * @param step makes them
   * @param before is told the step that captures keys before any change is made
   * @param cleanup is told what removes what was captured
   */
  EngineStep staged(
      Stage.Changes stage,
      Action action,
      EngineStep step,
      Consumer<EngineStep> before,
      Consumer<EngineStep> cleanup) {
    Relation table = stage.target();
    String schema = table.schema();
    boolean refers = !graph.of(schema, table.name()).isEmpty();
    boolean referred = !graph.referencing(schema, table.name()).isEmpty();
    if (action == Action.INSERT) {
      return refers ? step.with(change(table, Kind.INSERT, null, null)) : step;
    }
    Set<String> columns = graph.columns(schema, table.name());
    boolean concerned =
        action == Action.DELETE ? referred : columns.stream().anyMatch(stage.updated()::contains);
    if (!concerned) {
      return step;
    }
    String captured = stage.table() + "_" + action.name().toLowerCase(Locale.ROOT);
    before.accept(EngineStep.of(captureStage(stage, action, captured, columns)));
    cleanup.accept(EngineStep.of("DROP TABLE IF EXISTS temp.main." + captured));
    return step.with(
        action == Action.DELETE
            ? change(table, Kind.DELETE, null, captured)
            : change(table, Kind.UPDATE, Set.copyOf(stage.updated()), captured));
  }

  private static String captureStage(
      Stage.Changes stage, Action action, String captured, Set<String> columns) {
    StringBuilder sql = new StringBuilder("CREATE TEMP TABLE ").append(captured);
    sql.append(" AS SELECT s.").append(Stage.ROW).append(" AS ").append(RowChange.ROW);
    for (String column : columns) {
      String quoted = Identifiers.quote(column);
      sql.append(", t.").append(quoted).append(" AS ");
      sql.append(Identifiers.quote(RowChange.OLD + column));
      if (action == Action.UPDATE) {
        sql.append(", s.").append(quoted).append(" AS ");
        sql.append(Identifiers.quote(RowChange.NEW + column));
      }
    }
    String target =
        stage.target().engineName().stream()
            .map(Identifiers::quote)
            .collect(Collectors.joining("."));
    return sql.append(" FROM ")
        .append(stage.table())
        .append(" AS s JOIN ")
        .append(target)
        .append(" AS t ON t.rowid = s.")
        .append(Stage.ROW)
        .append(" WHERE s.")
        .append(Stage.ACTION)
        .append(" = '")
        .append(action)
        .append("'")
        .toString();
  }

  private List<EngineStep> insert(InsertNode insert, EngineStep step) {
    Relation table = relation(insert.target());
    if (table == null) {
      return List.of(step);
    }
    return graph.of(table.schema(), table.name()).isEmpty()
        ? List.of(step)
        : List.of(step.with(change(table, Kind.INSERT, null, null)));
  }

  private List<EngineStep> update(UpdateNode update, EngineStep step) {
    Relation table = relation(update.target());
    if (table == null) {
      return List.of(step);
    }
    Map<String, SqlNode> assigned = new HashMap<>();
    update.assignments().forEach(node -> assigned.putAll(assigned((Assignment) node)));
    Set<String> columns = graph.columns(table.schema(), table.name());
    if (columns.stream().noneMatch(assigned::containsKey)) {
      return List.of(step);
    }
    String alias = alias((TableItem) update.target());
    List<SqlNode> items = new ArrayList<>();
    items.add(row(alias));
    for (String column : columns) {
      items.add(item(column(alias, column), RowChange.OLD + column));
      SqlNode value = assigned.get(column);
      SqlNode after =
          value == null
              ? column(alias, column)
              : value instanceof DefaultValue ? defaultOf(table.attribute(column)) : value;
      items.add(item(stored(after, table.attribute(column)), RowChange.NEW + column));
    }
    List<SqlNode> from = new ArrayList<>(List.of(update.target()));
    from.addAll(update.from());
    EngineStep capture = capture(update.recursive(), update.with(), items, from, update.where());
    return List.of(capture, step.with(change(table, Kind.UPDATE, assigned.keySet(), TABLE)));
  }

  private List<EngineStep> delete(DeleteNode delete, EngineStep step) {
    Relation table = relation(delete.target());
    if (table == null || graph.referencing(table.schema(), table.name()).isEmpty()) {
      return List.of(step);
    }
    String alias = alias((TableItem) delete.target());
    List<SqlNode> items = new ArrayList<>();
    items.add(row(alias));
    for (String column : graph.columns(table.schema(), table.name())) {
      items.add(item(column(alias, column), RowChange.OLD + column));
    }
    List<SqlNode> from = new ArrayList<>(List.of(delete.target()));
    from.addAll(delete.using());
    EngineStep capture = capture(delete.recursive(), delete.with(), items, from, delete.where());
    return List.of(capture, step.with(change(table, Kind.DELETE, null, TABLE)));
  }

  private static RowChange change(Relation table, Kind kind, Set<String> columns, String captured) {
    return new RowChange(table.schema(), table.name(), kind, columns, captured);
  }

  private EngineStep capture(
      boolean recursive,
      List<SqlNode> with,
      List<SqlNode> items,
      List<SqlNode> from,
      SqlNode where) {
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            from,
            where,
            false,
            List.of(),
            null,
            List.of());
    QueryNode query =
        new QueryNode(
            SqlParserPos.ZERO, recursive, with, core, List.of(), null, false, null, List.of());
    EngineStep step = DuckDbSql.step(rules.rewrite(query), start);
    String prefix = "CREATE OR REPLACE TEMP TABLE " + TABLE + " AS ";
    return new EngineStep(
        prefix + step.sql(), step.parameters(), step.sourceMap().shifted(prefix.length()));
  }

  private static SelectItem row(String alias) {
    return item(column(alias, "rowid"), RowChange.ROW);
  }

  private static SelectItem item(SqlNode expression, String name) {
    return new SelectItem(SqlParserPos.ZERO, expression, name);
  }

  private static SqlNode column(String alias, String name) {
    return new ColumnRef(SqlParserPos.ZERO, alias, name, null, 0, 0);
  }

  private static SqlNode defaultOf(Attribute attribute) {
    String sql = attribute.defaultExpression() == null ? "NULL" : attribute.defaultExpression();
    return new TemplateCall(
        SqlParserPos.ZERO,
        new Template(List.of(new Template.Text(sql)), false),
        List.of(),
        typeOf(attribute));
  }

  private static SqlNode stored(SqlNode value, Attribute attribute) {
    return new TemplateCall(
        SqlParserPos.ZERO,
        Template.parse("CAST({0} AS " + attribute.engineType() + ")"),
        List.of(value),
        typeOf(attribute));
  }

  private static ExpressionType typeOf(Attribute attribute) {
    return ExpressionType.ofValues(attribute);
  }

  private static Map<String, SqlNode> assigned(Assignment assignment) {
    return Map.of(((TargetColumn) assignment.targets().get(0)).name(), assignment.value());
  }

  private static String alias(TableItem target) {
    return target.alias() == null
        ? target.name().get(target.name().size() - 1)
        : target.alias().name();
  }

  /** The table; null for one that no foreign key is about. */
  private Relation relation(SqlNode target) {
    List<String> name = ((TableItem) target).name();
    if (name.size() < 3) {
      return null;
    }
    for (String schema : schemas()) {
      Relation relation = catalog.relation(schema, name.get(name.size() - 1));
      if (relation != null && relation.engineName().equals(name)) {
        return relation;
      }
    }
    return null;
  }

  private Set<String> schemas() {
    Set<String> schemas = new HashSet<>();
    catalog
        .foreignKeys()
        .forEach(
            key -> {
              schemas.add(key.schema());
              schemas.add(key.referencedSchema());
            });
    return schemas;
  }
}
