package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The FROM clause of one query.
 *
 * <p>Source: {@code src/backend/parser/parse_clause.c} (transformFromClauseItem).
 */
final class FromAnalyzer {
  private final Analysis analysis;
  private final Scope scope;
  private final Set<String> engineAliases = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @param scope the query's own scope, which receives the items
   */
  FromAnalyzer(Analysis analysis, Scope scope) {
    this.analysis = analysis;
    this.scope = scope;
  }

  /** Analyses the items of a FROM clause and makes them visible in the scope. */
  List<SqlNode> analyze(List<SqlNode> from) {
    List<SqlNode> nodes = new ArrayList<>();
    List<ScopeItem> visible = new ArrayList<>();
    for (SqlNode item : from) {
      FromResult result = item(item, visible);
      nodes.add(result.node());
      visible.addAll(result.items());
    }
    visible.forEach(scope::add);
    return nodes;
  }

  /**
   * One item.
   *
   * @param visible items to its left, which LATERAL can see
   */
  FromResult item(SqlNode item, List<ScopeItem> visible) {
    if (item instanceof TableItem table) {
      return table(table);
    }
    if (item instanceof QueryItem query) {
      return query(query, visible);
    }
    if (item instanceof FunctionItem function) {
      return new FunctionItemAnalyzer(analysis, this).analyze(function, lateral(visible));
    }
    return new JoinAnalyzer(analysis, this).analyze((JoinItem) item, visible);
  }

  /** See {@link Analysis#keepsForm}. */
  boolean keepsForm() {
    return analysis.keepsForm;
  }

  /** A scope in which the items to the left can be seen. */
  Scope lateral(List<ScopeItem> visible) {
    Scope lateral = new Scope(scope.parent());
    visible.forEach(lateral::add);
    return lateral;
  }

  private FromResult table(TableItem table) {
    List<String> name = table.name();
    CommonTableColumns common = name.size() == 1 ? scope.commonTable(name.get(0)) : null;
    if (common != null) {
      return commonTable(table, common);
    }
    Relation relation = new RelationLookup(analysis).find(name, table);
    if (table.only()
        && relation.kind() == Relation.Kind.TABLE
        && analysis.catalog.partitions().table(relation.schema(), relation.name()) != null) {
      throw Analysis.at(PgException.notSupported("ONLY of a partitioned table"), table);
    }
    String alias = table.alias() == null ? relation.name() : table.alias().name();
    String engineAlias = register(alias, table);
    List<String> columnNames = new ArrayList<>();
    relation.attributes().forEach(attribute -> columnNames.add(attribute.name()));
    List<String> visibleNames = renamed(columnNames, table.alias(), alias, table);
    List<ScopeColumn> columns = new ArrayList<>();
    for (int i = 0; i < columnNames.size(); i++) {
      Attribute attribute = relation.attributes().get(i);
      columns.add(
          new ScopeColumn(visibleNames.get(i), column(engineAlias, attribute, relation.oid())));
    }
    SqlNode node =
        relation.kind() == Relation.Kind.SEQUENCE
            ? SequenceRow.item(relation, engineAlias, table)
            : new TableItem(
                table.getParserPosition(),
                analysis.keepsForm
                    ? List.of(relation.schema(), relation.name())
                    : relation.engineName(),
                false,
                new Alias(engineAlias, List.of()),
                table.sample(),
                sampleArguments(table));
    String schema = table.alias() == null ? relation.schema() : null;
    ScopeItem names =
        new ScopeItem(alias, schema, engineAlias, columns, true, true)
            .withSystemColumns(PartitionedSystemColumns.of(relation, engineAlias, analysis));
    return new FromResult(node, List.of(names));
  }

  private List<SqlNode> sampleArguments(TableItem table) {
    List<SqlNode> arguments = new ArrayList<>();
    for (SqlNode argument : table.sampleArguments()) {
      SqlNode analyzed =
          analysis.expressions.analyze(argument, Place.of(lateral(List.of()), Clause.OTHER));
      arguments.add(analysis.conversion.convert(analyzed, PgTypes.FLOAT8));
    }
    return arguments;
  }

  /** A reference to a relation's column. */
  static ColumnRef column(String engineAlias, Attribute attribute, int relationOid) {
    ExpressionType type = ExpressionType.ofValues(attribute);
    return new ColumnRef(
        SqlParserPos.ZERO, engineAlias, attribute.name(), type, relationOid, attribute.number());
  }

  private FromResult commonTable(TableItem table, CommonTableColumns common) {
    if (common.columns() == null) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED,
          "WITH query \"" + common.name() + "\" does not have a RETURNING clause",
          table);
    }
    String alias = table.alias() == null ? common.name() : table.alias().name();
    String engineAlias = register(alias, table);
    TableItem node =
        new TableItem(
            table.getParserPosition(),
            List.of(common.engineName()),
            false,
            new Alias(engineAlias, List.of()),
            table.sample(),
            sampleArguments(table));
    return new FromResult(
        node, List.of(scopeItem(alias, engineAlias, common.columns(), table.alias(), table)));
  }

  private FromResult query(QueryItem item, List<ScopeItem> visible) {
    Scope parent = item.lateral() ? lateral(visible) : scope.parent();
    AnalyzedQuery query =
        NumericColumns.spelled(analysis.queries.analyze((QueryNode) item.query(), parent));
    String alias = item.alias() == null ? null : item.alias().name();
    String engineAlias = alias == null ? anonymous("unnamed_subquery") : register(alias, item);
    ScopeItem names = scopeItem(alias, engineAlias, query.columns(), item.alias(), item);
    QueryItem node =
        new QueryItem(
            item.getParserPosition(),
            item.lateral(),
            query.node(),
            new Alias(
                engineAlias,
                analysis.keepsForm ? shown(item, names) : engineNames(query.columns())));
    return new FromResult(node, List.of(names));
  }

  /** The column names that an alias shows: those of VALUES always, others where they are given. */
  private static List<String> shown(QueryItem item, ScopeItem names) {
    boolean given = item.alias() != null && !item.alias().columns().isEmpty();
    boolean values = ((QueryNode) item.query()).body() instanceof ValuesCore;
    return given || values ? names.columns().stream().map(ScopeColumn::name).toList() : List.of();
  }

  static List<String> engineNames(List<OutputColumn> columns) {
    return columns.stream().map(OutputColumn::engineName).toList();
  }

  /** What names see of a query's columns under an alias. */
  ScopeItem scopeItem(
      String alias, String engineAlias, List<OutputColumn> columns, Alias renaming, SqlNode at) {
    List<String> original = columns.stream().map(OutputColumn::name).toList();
    List<String> visible = renamed(original, renaming, alias, at);
    List<ScopeColumn> scopeColumns = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      OutputColumn column = columns.get(i);
      scopeColumns.add(
          new ScopeColumn(
              visible.get(i),
              new ColumnRef(
                  SqlParserPos.ZERO,
                  engineAlias,
                  analysis.keepsForm ? visible.get(i) : column.engineName(),
                  column.type(),
                  column.tableOid(),
                  column.attributeNumber())));
    }
    return new ScopeItem(alias, null, engineAlias, scopeColumns, alias != null, true);
  }

  /** Column names once an alias has renamed the first of them. */
  static List<String> renamed(List<String> names, Alias alias, String table, SqlNode at) {
    if (alias == null || alias.columns().isEmpty()) {
      return names;
    }
    if (alias.columns().size() > names.size()) {
      throw Analysis.error(
          SqlState.INVALID_COLUMN_REFERENCE,
          "table \""
              + table
              + "\" has "
              + names.size()
              + " columns available but "
              + alias.columns().size()
              + " columns specified",
          at);
    }
    List<String> renamed = new ArrayList<>(alias.columns());
    renamed.addAll(names.subList(alias.columns().size(), names.size()));
    return renamed;
  }

  /** Notes a table name, which must be the only one, and gives its alias for the engine. */
  String register(String alias, SqlNode at) {
    if (!names.add(alias)) {
      throw Analysis.at(
          new PgException(
              SqlState.DUPLICATE_ALIAS, "table name \"" + alias + "\" specified more than once"),
          at);
    }
    return anonymous(alias);
  }

  /** An alias for the engine that is not taken in this query or around it. */
  String anonymous(String wanted) {
    String candidate = wanted;
    for (int i = 1; ; i++) {
      String free = scope.engineAlias(candidate);
      if (engineAliases.add(free.toLowerCase(Locale.ROOT))) {
        return free;
      }
      candidate = wanted + "_" + i;
    }
  }
}
