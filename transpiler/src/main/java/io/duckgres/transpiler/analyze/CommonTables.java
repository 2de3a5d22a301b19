package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SetOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

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
    for (SqlNode node : with) {
      CommonTable table = (CommonTable) node;
      if (!names.add(table.name())) {
        throw Analysis.error(
            SqlState.DUPLICATE_ALIAS,
            "WITH query name \"" + table.name() + "\" specified more than once",
            table);
      }
      analyzed.add(table(table, recursive, scope));
    }
    return analyzed;
  }

  private SqlNode table(CommonTable table, boolean recursive, Scope scope) {
    if (!(table.statement() instanceof QueryNode query)) {
      throw Analysis.at(PgException.notSupported("a data-modifying statement in WITH"), table);
    }
    if (table.search() != null) {
      throw Analysis.at(PgException.notSupported("SEARCH in WITH RECURSIVE"), table);
    }
    if (table.cycle() != null) {
      throw Analysis.at(PgException.notSupported("CYCLE in WITH RECURSIVE"), table);
    }
    AnalyzedQuery result;
    List<OutputColumn> columns;
    if (recursive && isSelfReferencing(query, table.name())) {
      Recursion recursion = recursion(table, query, scope);
      result = recursion.query();
      columns = recursion.columns();
    } else {
      if (recursive && TableMentions.of(query, table.name())) {
        throw Analysis.error(
            SqlState.INVALID_RECURSION,
            "recursive query \""
                + table.name()
                + "\" does not have the form non-recursive-term UNION [ALL] recursive-term",
            table);
      }
      result = analysis.queries.analyze(query, scope);
      columns = named(result.columns(), table);
    }
    scope.addCommonTable(new CommonTableColumns(table.name(), table.name(), columns));
    return new CommonTable(
        table.getParserPosition(),
        table.name(),
        FromAnalyzer.engineNames(columns),
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
