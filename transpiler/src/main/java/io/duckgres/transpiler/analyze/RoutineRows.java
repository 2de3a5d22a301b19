package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What a user's function in FROM stands for. It does not outlive the analysis of its FROM item. */
final class RoutineRows extends PgNode {
  private static final ExpressionType INT8 = ExpressionType.of(PgTypes.INT8);

  private final AnalyzedQuery query;
  private final boolean scalar;
  private final boolean ownName;
  private final boolean needsDefinitions;

  /**
   * @param scalar whether its row is one value
   * @param ownName whether its one column is called as the function's parameter
   * @param needsDefinitions whether the call has to define the columns
   */
  RoutineRows(AnalyzedQuery query, boolean scalar, boolean ownName, boolean needsDefinitions) {
    super(SqlParserPos.ZERO);
    this.query = query;
    this.scalar = scalar;
    this.ownName = ownName;
    this.needsDefinitions = needsDefinitions;
  }

  AnalyzedQuery query() {
    return query;
  }

  boolean scalar() {
    return scalar;
  }

  boolean needsDefinitions() {
    return needsDefinitions;
  }

  /** A column without a name of its own is called as the item. */
  List<OutputColumn> named(List<OutputColumn> columns, String name) {
    if (!scalar || ownName) {
      return columns;
    }
    List<OutputColumn> named = new ArrayList<>(columns);
    OutputColumn first = columns.get(0);
    named.set(0, new OutputColumn(name, first.engineName(), first.type(), 0, 0));
    return named;
  }

  /** The query with columns as the call defines them. */
  AnalyzedQuery defined(Analysis analysis, List<OutputColumn> wanted) {
    if (!needsDefinitions) {
      throw new PgException(
          SqlState.SYNTAX_ERROR,
          "a column definition list is only allowed for functions returning \"record\"");
    }
    if (wanted.size() != query.columns().size()) {
      throw new PgException(
          SqlState.DATATYPE_MISMATCH,
          "function return row and query-specified return row do not match");
    }
    AnalyzedQuery converted =
        new ColumnConversion(analysis)
            .convert(
                query, wanted.stream().map(OutputColumn::type).toList(), PgCast.Context.ASSIGNMENT);
    return renamed(converted, wanted);
  }

  /** The same rows under other names. */
  static AnalyzedQuery renamed(AnalyzedQuery query, List<OutputColumn> wanted) {
    List<OutputColumn> columns = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      OutputColumn column = query.columns().get(i);
      columns.add(new OutputColumn(wanted.get(i).name(), column.engineName(), column.type(), 0, 0));
    }
    return new AnalyzedQuery(query.node(), columns);
  }

  /** WITH ORDINALITY. */
  static AnalyzedQuery numbered(AnalyzedQuery query) {
    List<SqlNode> items = new ArrayList<>();
    for (OutputColumn column : query.columns()) {
      items.add(StagedRows.item(reference("numbered", column), column.engineName()));
    }
    items.add(StagedRows.item(StagedRows.sql("row_number() OVER ()", INT8), "ordinality"));
    List<OutputColumn> columns = new ArrayList<>(query.columns());
    columns.add(new OutputColumn("ordinality", "ordinality", INT8, 0, 0));
    return new AnalyzedQuery(
        StagedRows.query(items, List.of(item(query, "numbered")), null), columns);
  }

  static ColumnRef reference(String alias, OutputColumn column) {
    return new ColumnRef(SqlParserPos.ZERO, alias, column.engineName(), column.type(), 0, 0);
  }

  /** A query as a FROM item. */
  static QueryItem item(AnalyzedQuery query, String alias) {
    return new QueryItem(
        SqlParserPos.ZERO,
        false,
        query.node(),
        new io.duckgres.transpiler.tree.Alias(alias, FromAnalyzer.engineNames(query.columns())));
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode mapped = mapping.apply(query.node());
    return mapped == query.node()
        ? this
        : new RoutineRows(
            new AnalyzedQuery((QueryNode) mapped, query.columns()),
            scalar,
            ownName,
            needsDefinitions);
  }

  @Override
  protected List<Object> attributes() {
    return List.of(scalar, ownName, needsDefinitions);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return List.of(query.node());
  }
}
