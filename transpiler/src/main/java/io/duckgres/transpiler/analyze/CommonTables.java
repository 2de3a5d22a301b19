package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SetOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The WITH clause.
 *
 * <p>Source: {@code src/backend/parser/parse_cte.c}.
 */
final class CommonTables {
  private final Analysis analysis;

  CommonTables(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Analyses the tables and makes them visible in {@code scope}, one after the other. */
  List<SqlNode> analyze(List<SqlNode> with, boolean recursive, Scope scope) {
    List<SqlNode> analyzed = new ArrayList<>();
    Set<String> names = new HashSet<>();
    // All see the same state of the database, so that each is computed before anything changes.
    boolean changesData = with.stream().anyMatch(CommonTables::changesData);
    analysis.inSteps |= changesData;
    for (SqlNode node : with) {
      CommonTable table = (CommonTable) node;
      if (!names.add(table.name())) {
        throw Analysis.error(
            SqlState.DUPLICATE_ALIAS,
            "WITH query name \"" + table.name() + "\" specified more than once",
            table);
      }
      if (changesData(table)) {
        changes(table, scope);
        continue;
      }
      CommonTable rows = table(table, recursive, scope);
      if (changesData) {
        keep(rows, recursive, scope);
      } else {
        analyzed.add(rows);
      }
    }
    return analyzed;
  }

  private static boolean changesData(SqlNode table) {
    return !(((CommonTable) table).statement() instanceof QueryNode);
  }

  private void changes(CommonTable table, Scope scope) {
    if (scope.parent() != null && !scope.parent().isRoutine()) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED,
          "WITH clause containing a data-modifying statement must be at the top level",
          table);
    }
    DataStatement statement = StatementAnalyzer.dataStatement(analysis, table.statement(), scope);
    List<OutputColumn> columns = statement.returning();
    String result = columns == null ? null : analysis.stageName();
    analysis.stages.add(statement.stage().keptIn(result));
    List<OutputColumn> visible = columns == null ? null : renamed(columns, table);
    scope.addCommonTable(new CommonTableColumns(table.name(), result, visible));
  }

  /** The columns' names in the temporary table are those that RETURNING gave them. */
  private static List<OutputColumn> renamed(List<OutputColumn> columns, CommonTable table) {
    List<OutputColumn> named = new ArrayList<>();
    List<OutputColumn> visible = named(columns, table);
    for (int i = 0; i < columns.size(); i++) {
      OutputColumn column = visible.get(i);
      named.add(
          new OutputColumn(
              column.name(),
              columns.get(i).engineName(),
              column.type(),
              column.tableOid(),
              column.attributeNumber()));
    }
    return named;
  }

  /** A query beside statements that change data is computed once, before they do. */
  private void keep(CommonTable rows, boolean recursive, Scope scope) {
    CommonTableColumns columns = scope.commonTable(rows.name());
    List<SqlNode> items = new ArrayList<>();
    for (OutputColumn column : columns.columns()) {
      ColumnRef reference =
          new ColumnRef(
              SqlParserPos.ZERO,
              rows.name(),
              column.engineName(),
              column.type(),
              column.tableOid(),
              column.attributeNumber());
      items.add(StagedRows.item(reference, column.engineName()));
    }
    QueryNode query =
        StagedRows.with(
            StagedRows.query(items, List.of(StagedRows.table(rows.name(), rows.name())), null),
            List.of(rows),
            recursive);
    String table = analysis.stageName();
    analysis.stages.add(new Stage.Rows(table, query));
    scope.addCommonTable(new CommonTableColumns(rows.name(), table, columns.columns()));
  }

  private CommonTable table(CommonTable table, boolean recursive, Scope scope) {
    QueryNode query = (QueryNode) table.statement();
    AnalyzedQuery result;
    List<OutputColumn> columns;
    if (recursive && isSelfReferencing(query, table.name())) {
      Recursion recursion = recursion(table, query, scope);
      result = recursion.query();
      columns = recursion.columns();
      if (table.search() != null || table.cycle() != null) {
        AnalyzedQuery extended = new SearchCycle(analysis, table, columns).extend(result);
        List<OutputColumn> all = new ArrayList<>(columns);
        all.addAll(extended.columns().subList(columns.size(), extended.columns().size()));
        result = extended;
        columns = all;
      }
    } else {
      if (table.search() != null || table.cycle() != null) {
        throw Analysis.error(SqlState.SYNTAX_ERROR, "WITH query is not recursive", table);
      }
      if (recursive && TableMentions.of(query, table.name())) {
        throw Analysis.error(
            SqlState.INVALID_RECURSION,
            "recursive query \""
                + table.name()
                + "\" does not have the form non-recursive-term UNION [ALL] recursive-term",
            table);
      }
      result = NumericColumns.spelled(analysis.queries.analyze(query, scope));
      columns = named(result.columns(), table);
    }
    scope.addCommonTable(new CommonTableColumns(table.name(), table.name(), columns));
    return new CommonTable(
        table.getParserPosition(),
        table.name(),
        analysis.keepsForm ? table.columns() : FromAnalyzer.engineNames(columns),
        table.materialized(),
        result.node(),
        null,
        null);
  }

  private record Recursion(AnalyzedQuery query, List<OutputColumn> columns) {}

  /** UNION at the top and the table's own name somewhere inside. */
  private static boolean isSelfReferencing(QueryNode query, String name) {
    return query.body() instanceof SetOperation operation
        && operation.kind() == SetOperation.Kind.UNION
        && TableMentions.of(query, name);
  }

  private Recursion recursion(CommonTable table, QueryNode query, Scope scope) {
    SetOperation union = (SetOperation) query.body();
    if (TableMentions.of(union.left(), table.name())) {
      throw Analysis.error(
          SqlState.INVALID_RECURSION,
          "recursive reference to query \""
              + table.name()
              + "\" must not appear within its non-recursive term",
          table);
    }
    RecursionCheck.check(query, table.name());
    Scope inside = new Scope(scope);
    AnalyzedQuery left =
        analysis.queries.analyze(SetOperationAnalyzer.asQuery(union.left()), inside);
    List<OutputColumn> columns = named(left.columns(), table);
    inside.addCommonTable(new CommonTableColumns(table.name(), table.name(), columns));
    AnalyzedQuery whole = analysis.queries.analyze(query, inside);
    for (int i = 0; i < columns.size() && i < whole.columns().size(); i++) {
      PgType first = typeOf(columns.get(i));
      PgType overall = typeOf(whole.columns().get(i));
      if (first != null && overall != null && !first.equals(overall)) {
        throw Analysis.at(
            new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "recursive query \""
                        + table.name()
                        + "\" column "
                        + (i + 1)
                        + " has type "
                        + TypeNames.format(first)
                        + " in non-recursive term but type "
                        + TypeNames.format(overall)
                        + " overall")
                .withHint("Cast the output of the non-recursive term to the correct type."),
            table);
      }
    }
    return new Recursion(whole, named(whole.columns(), table));
  }

  private static PgType typeOf(OutputColumn column) {
    return column.type() == null ? null : column.type().type();
  }

  private static List<OutputColumn> named(List<OutputColumn> columns, CommonTable table) {
    if (table.columns().size() > columns.size()) {
      throw Analysis.error(
          SqlState.INVALID_COLUMN_REFERENCE,
          "WITH query \""
              + table.name()
              + "\" has "
              + columns.size()
              + " columns available but "
              + table.columns().size()
              + " columns specified",
          table);
    }
    UniqueNames engineNames = new UniqueNames();
    List<OutputColumn> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      OutputColumn column = columns.get(i);
      String name = i < table.columns().size() ? table.columns().get(i) : column.name();
      named.add(
          new OutputColumn(
              name,
              engineNames.add(name),
              column.type(),
              column.tableOid(),
              column.attributeNumber()));
    }
    return named;
  }
}
