package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The rows that INSERT gives, each value as one of its column. */
final class InsertSource {
  private final Analysis analysis;

  InsertSource(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * What is inserted.
   *
   * @param columns the columns that it gives, in order
   */
  record Source(QueryNode query, List<Attribute> columns) {}

  Source source(QueryNode query, InsertNode insert, List<Attribute> columns, Scope outer) {
    boolean plainValues =
        query.body() instanceof ValuesCore
            && query.orderBy().isEmpty()
            && query.limit() == null
            && query.offset() == null
            && query.with().isEmpty();
    if (plainValues) {
      return values((ValuesCore) query.body(), insert, columns, outer);
    }
    AnalyzedQuery analyzed = analysis.queries.analyze(query, outer, false);
    int width = analyzed.columns().size();
    checkWidth(width, insert, columns, query);
    List<Attribute> written = new ArrayList<>();
    for (Attribute column : columns.subList(0, width)) {
      TargetRelation.requireWritable(column, query, true, insert.overriding() != null);
      if (!takesDefault(column, insert)) {
        written.add(column);
      }
    }
    if (written.size() == width && isSimpleSelect(analyzed.node())) {
      AnalyzedQuery converted =
          new ColumnConversion(analysis)
              .map(
                  analyzed,
                  (node, index) -> TargetRelation.assign(node, columns.get(index), analysis));
      return new Source(converted.node(), written);
    }
    return new Source(around(analyzed, columns, written), written);
  }

  private static boolean isSimpleSelect(QueryNode query) {
    return query.body() instanceof SelectCore select
        && !select.distinct()
        && query.orderBy().isEmpty();
  }

  /** Conversions stand outside a query whose rows they could change. */
  private QueryNode around(AnalyzedQuery query, List<Attribute> columns, List<Attribute> written) {
    String alias = "source";
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      if (!written.contains(columns.get(i))) {
        continue;
      }
      OutputColumn column = query.columns().get(i);
      SqlNode reference =
          new ColumnRef(SqlParserPos.ZERO, alias, column.engineName(), column.type(), 0, 0);
      SqlNode value = TargetRelation.assign(reference, columns.get(i), analysis);
      targets.add(new Target(column.name(), column.engineName(), value));
    }
    QueryItem item =
        new QueryItem(
            SqlParserPos.ZERO,
            false,
            query.node(),
            new Alias(alias, FromAnalyzer.engineNames(query.columns())));
    return SetOperationAnalyzer.asQuery(
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            TargetList.items(targets),
            List.of(item),
            null,
            false,
            List.of(),
            null,
            List.of()));
  }

  private Source values(
      ValuesCore values, InsertNode insert, List<Attribute> columns, Scope outer) {
    List<SqlNode> rows = new ArrayList<>();
    int width = -1;
    for (SqlNode node : values.rows()) {
      RowCall row = (RowCall) node;
      if (width >= 0 && row.fields().size() != width) {
        throw Analysis.error(
            SqlState.SYNTAX_ERROR,
            "VALUES lists must all be the same length",
            row.fields().isEmpty() ? row : row.fields().get(0));
      }
      if (width < 0) {
        width = row.fields().size();
        checkValues(row, insert, columns);
      }
      rows.add(row(row, insert, columns, outer));
    }
    return new Source(
        SetOperationAnalyzer.asQuery(new ValuesCore(values.getParserPosition(), rows)),
        columns.subList(0, width).stream().filter(column -> !column.generated()).toList());
  }

  /** OVERRIDING USER VALUE: what is given for identity columns is not used. */
  private static boolean takesDefault(Attribute column, InsertNode insert) {
    return column.identity() != null && "USER".equals(insert.overriding());
  }

  private SqlNode row(RowCall row, InsertNode insert, List<Attribute> columns, Scope outer) {
    List<SqlNode> fields = new ArrayList<>();
    for (int i = 0; i < row.fields().size(); i++) {
      SqlNode field = row.fields().get(i);
      Attribute column = columns.get(i);
      TargetRelation.requireWritable(column, field, true, insert.overriding() != null);
      if (column.generated()) {
        continue;
      }
      SqlNode value =
          field instanceof DefaultValue
              ? field
              : TargetRelation.assign(
                  analysis.expressions.analyze(field, Place.of(outer, Clause.VALUES)),
                  column,
                  analysis);
      fields.add(
          takesDefault(column, insert) ? new DefaultValue(field.getParserPosition()) : value);
    }
    return new RowCall(row.getParserPosition(), fields);
  }

  private static void checkValues(RowCall row, InsertNode insert, List<Attribute> columns) {
    int width = row.fields().size();
    SqlNode surplus = width > columns.size() ? row.fields().get(columns.size()) : row;
    checkWidth(width, insert, columns, surplus);
  }

  private static void checkWidth(
      int width, InsertNode insert, List<Attribute> columns, SqlNode surplus) {
    if (width > columns.size()) {
      throw Analysis.at(
          new PgException(SqlState.SYNTAX_ERROR, "INSERT has more expressions than target columns"),
          Locations.leftmost(surplus));
    }
    if (width < columns.size() && !insert.columns().isEmpty()) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR,
          "INSERT has more target columns than expressions",
          insert.columns().get(width));
    }
  }
}
