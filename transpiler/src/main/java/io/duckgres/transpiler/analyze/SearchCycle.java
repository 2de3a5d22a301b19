package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.CycleClause;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SearchClause;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * SEARCH and CYCLE of a recursive query: columns are added to both of its terms.
 *
 * <p>Source: {@code src/backend/rewrite/rewriteSearchCycle.c} and {@code
 * src/backend/parser/parse_cte.c} (analyzeCTE).
 */
final class SearchCycle {
  private static final String START = "duckgres_start";
  private static final String STEP = "duckgres_step";
  private static final ExpressionType RECORD = ExpressionType.of(PgTypes.RECORD);
  private static final ExpressionType RECORDS = ExpressionType.of(PgTypes.byName("_record"));
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  private final Analysis analysis;
  private final CommonTable table;
  private final List<OutputColumn> columns;
  private SqlNode cycleValue;
  private SqlNode cycleDefault;

  /**
   * @param columns the query's own columns
   */
  SearchCycle(Analysis analysis, CommonTable table, List<OutputColumn> columns) {
    this.analysis = analysis;
    this.table = table;
    this.columns = columns;
  }

  private record Added(String name, ExpressionType type) {}

  /** The query with its further columns. */
  AnalyzedQuery extend(AnalyzedQuery query) {
    check();
    SetOperation union = (SetOperation) query.node().body();
    if (!(union.left() instanceof SelectCore) && !(isSelect(union.left()))) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED,
          "with a SEARCH or CYCLE clause, the left side of the UNION must be a SELECT",
          table);
    }
    if (!isSelect(union.right())) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED,
          "with a SEARCH or CYCLE clause, the right side of the UNION must be a SELECT",
          table);
    }
    List<Added> added = added();
    SqlNode left = start(union.left(), added);
    SqlNode right = step(union.right(), added);
    QueryNode node =
        SetOperationAnalyzer.asQuery(
            new SetOperation(union.getParserPosition(), union.kind(), union.all(), left, right));
    List<OutputColumn> all = new ArrayList<>(query.columns());
    for (Added column : added) {
      all.add(new OutputColumn(column.name(), column.name(), column.type(), 0, 0));
    }
    return new AnalyzedQuery(node, all);
  }

  private static boolean isSelect(SqlNode side) {
    return side instanceof SelectCore
        || side instanceof QueryNode query
            && (query.body() instanceof SelectCore || isSelect(query.body()));
  }

  private void check() {
    SearchClause search = table.search();
    CycleClause cycle = table.cycle();
    if (search != null) {
      checkColumns(search.columns(), "search", search.start());
      checkFree(search.sequenceColumn(), "search sequence column name", search.start());
    }
    if (cycle != null) {
      checkColumns(cycle.columns(), "cycle", cycle.start());
      values(cycle);
      checkFree(cycle.markColumn(), "cycle mark column name", cycle.start());
      checkFree(cycle.pathColumn(), "cycle path column name", cycle.start());
      if (cycle.markColumn().equals(cycle.pathColumn())) {
        throw syntaxError(
            "cycle mark column name and cycle path column name are the same", cycle.start());
      }
    }
    if (search != null && cycle != null) {
      if (search.sequenceColumn().equals(cycle.markColumn())) {
        throw syntaxError(
            "search sequence column name and cycle mark column name are the same", search.start());
      }
      if (search.sequenceColumn().equals(cycle.pathColumn())) {
        throw syntaxError(
            "search sequence column name and cycle path column name are the same", search.start());
      }
    }
  }

  private void values(CycleClause cycle) {
    if (cycle.value() == null) {
      cycleValue = StagedRows.sql("true", BOOL);
      cycleDefault = StagedRows.sql("false", BOOL);
      return;
    }
    Place place = Place.of(new Scope(null), Clause.OTHER);
    SqlNode value = analysis.expressions.analyze(cycle.value(), place);
    SqlNode otherwise = analysis.expressions.analyze(cycle.otherwise(), place);
    boolean unknown = PgTypes.UNKNOWN.equals(Typed.typeOf(value));
    PgType type = Typed.typeOf(unknown ? otherwise : value);
    PgType common = PgTypes.UNKNOWN.equals(type) ? PgTypes.TEXT : type;
    cycleValue = analysis.conversion.convert(value, common);
    cycleDefault = analysis.conversion.convert(otherwise, common);
  }

  private void checkColumns(List<String> names, String what, int start) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (columns.stream().noneMatch(column -> column.name().equals(name))) {
        throw syntaxError(what + " column \"" + name + "\" not in WITH query column list", start);
      }
      if (!seen.add(name)) {
        throw Analysis.at(
            new PgException(
                SqlState.DUPLICATE_COLUMN,
                what + " column \"" + name + "\" specified more than once"),
            start);
      }
    }
  }

  private void checkFree(String name, String what, int start) {
    if (columns.stream().anyMatch(column -> column.name().equals(name))) {
      throw syntaxError(what + " \"" + name + "\" already used in WITH query column list", start);
    }
  }

  private static PgException syntaxError(String message, int start) {
    return Analysis.at(new PgException(SqlState.SYNTAX_ERROR, message), start);
  }

  private List<Added> added() {
    List<Added> added = new ArrayList<>();
    SearchClause search = table.search();
    if (search != null) {
      added.add(new Added(search.sequenceColumn(), search.breadthFirst() ? RECORD : RECORDS));
    }
    if (table.cycle() != null) {
      added.add(new Added(table.cycle().markColumn(), Typed.of(cycleValue)));
      added.add(new Added(table.cycle().pathColumn(), RECORDS));
    }
    return added;
  }

  private SqlNode start(SqlNode left, List<Added> added) {
    List<SqlNode> items = own(START);
    SearchClause search = table.search();
    if (search != null) {
      SqlNode[] fields = fields(search.columns(), START);
      items.add(
          StagedRows.item(
              search.breadthFirst()
                  ? call(pack("CAST(0 AS BIGINT)", 0, fields.length), RECORD, fields)
                  : call("[row({*})]", RECORDS, fields),
              search.sequenceColumn()));
    }
    if (table.cycle() != null) {
      items.add(StagedRows.item(cycleDefault, table.cycle().markColumn()));
      items.add(
          StagedRows.item(
              call("[row({*})]", RECORDS, fields(table.cycle().columns(), START)),
              table.cycle().pathColumn()));
    }
    return StagedRows.query(
        items, List.of(item(SetOperationAnalyzer.asQuery(left), START, List.of())), null);
  }

  private SqlNode step(SqlNode right, List<Added> added) {
    List<SqlNode> items = own(STEP);
    SearchClause search = table.search();
    if (search != null) {
      SqlNode[] operands =
          with(column(STEP, search.sequenceColumn()), fields(search.columns(), STEP));
      items.add(
          StagedRows.item(
              search.breadthFirst()
                  ? call(
                      pack("struct_extract({0}, 'f1') + 1", 1, operands.length), RECORD, operands)
                  : call("list_append({0}, row({1*}))", RECORDS, operands),
              search.sequenceColumn()));
    }
    SqlNode goesOn = null;
    if (table.cycle() != null) {
      CycleClause cycle = table.cycle();
      SqlNode[] operands = with(column(STEP, cycle.pathColumn()), fields(cycle.columns(), STEP));
      List<SqlNode> marked = new ArrayList<>(List.of(cycleValue, cycleDefault));
      marked.addAll(List.of(operands));
      items.add(
          StagedRows.item(
              call(
                  "CASE WHEN list_contains({2}, row({3*})) THEN {0} ELSE {1} END",
                  Typed.of(cycleValue), marked.toArray(SqlNode[]::new)),
              cycle.markColumn()));
      items.add(
          StagedRows.item(
              call("list_append({0}, row({1*}))", RECORDS, operands), cycle.pathColumn()));
      goesOn = call("{0} <> {1}", BOOL, column(STEP, cycle.markColumn()), cycleValue);
    }
    return StagedRows.query(items, List.of(item(carrying(right, added), STEP, added)), goesOn);
  }

  /** The recursive term with the added columns of the row that it steps on from. */
  private QueryNode carrying(SqlNode right, List<Added> added) {
    QueryNode query = SetOperationAnalyzer.asQuery(right);
    if (!(query.body() instanceof SelectCore select)
        || select.distinct()
        || !select.groupBy().isEmpty()) {
      throw Analysis.at(
          PgException.notSupported("SEARCH or CYCLE over this recursive term"), table);
    }
    String alias =
        select.from().stream()
            .map(this::alias)
            .filter(a -> a != null)
            .findFirst()
            .orElseThrow(
                () ->
                    Analysis.at(
                        PgException.notSupported(
                            "SEARCH or CYCLE where the recursive reference is in a sub-query"),
                        table));
    List<SqlNode> items = new ArrayList<>(select.items());
    for (Added column : added) {
      items.add(StagedRows.item(column(alias, column.name()), column.name()));
    }
    SelectCore core =
        new SelectCore(
            select.getParserPosition(),
            false,
            List.of(),
            items,
            select.from(),
            select.where(),
            false,
            List.of(),
            select.having(),
            select.windows());
    return new QueryNode(
        query.getParserPosition(),
        query.recursive(),
        query.with(),
        core,
        query.orderBy(),
        query.limit(),
        query.withTies(),
        query.offset(),
        query.locking());
  }

  /** The alias of the recursive reference among FROM items, or null. */
  private String alias(SqlNode item) {
    if (item instanceof JoinItem join) {
      String left = alias(join.left());
      return left == null ? alias(join.right()) : left;
    }
    return item instanceof TableItem reference && reference.name().equals(List.of(table.name()))
        ? reference.alias().name()
        : null;
  }

  private List<SqlNode> own(String alias) {
    List<SqlNode> items = new ArrayList<>();
    for (OutputColumn column : columns) {
      items.add(
          StagedRows.item(
              new ColumnRef(SqlParserPos.ZERO, alias, column.engineName(), column.type(), 0, 0),
              column.engineName()));
    }
    return items;
  }

  private SqlNode[] fields(List<String> names, String alias) {
    List<SqlNode> fields = new ArrayList<>();
    for (String name : names) {
      OutputColumn found =
          columns.stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
      fields.add(new ColumnRef(SqlParserPos.ZERO, alias, found.engineName(), found.type(), 0, 0));
    }
    return fields.toArray(SqlNode[]::new);
  }

  /** A row of a level and the operands from a number on; the engine unites named rows alone. */
  private static String pack(String level, int from, int to) {
    StringBuilder out = new StringBuilder("struct_pack(f1 := ").append(level);
    for (int i = from; i < to; i++) {
      out.append(", f").append(i - from + 2).append(" := {").append(i).append('}');
    }
    return out.append(')').toString();
  }

  private static SqlNode[] with(SqlNode first, SqlNode[] rest) {
    List<SqlNode> all = new ArrayList<>();
    all.add(first);
    all.addAll(List.of(rest));
    return all.toArray(SqlNode[]::new);
  }

  private static SqlNode column(String alias, String name) {
    return new ColumnRef(SqlParserPos.ZERO, alias, name, null, 0, 0);
  }

  private QueryItem item(QueryNode query, String alias, List<Added> added) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.engineName()));
    added.forEach(column -> names.add(column.name()));
    return new QueryItem(SqlParserPos.ZERO, false, query, new Alias(alias, names));
  }

  private static SqlNode call(String template, ExpressionType type, SqlNode... operands) {
    return new TemplateCall(SqlParserPos.ZERO, Template.parse(template), List.of(operands), type);
  }
}
