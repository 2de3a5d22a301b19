package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * FETCH FIRST n ROWS WITH TIES: the rows whose rank is at most n, ranked by the ORDER BY. With an
 * OFFSET the first rows are counted off, and the rank of the last wanted row grows by as much.
 */
final class WithTiesRule implements StructuralRule {
  private static final String ALIAS = "ranked";
  private static final String RANK = "rank_";
  private static final String NUMBER = "number_";

  @Override
  public Class<? extends SqlNode> matches() {
    return QueryNode.class;
  }

  @Override
  public boolean beforeChildren() {
    return true;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    QueryNode query = (QueryNode) node;
    if (!query.withTies() || query.limit() == null) {
      return query;
    }
    SelectCore select = (SelectCore) query.body();
    if (select.distinct()) {
      throw PgException.notSupported("FETCH … WITH TIES of SELECT DISTINCT")
          .withPosition(Positions.start(query) + 1);
    }
    List<String> names = new ArrayList<>();
    List<SqlNode> outer = new ArrayList<>();
    for (SqlNode item : select.items()) {
      SelectItem column = (SelectItem) item;
      names.add(column.alias());
      outer.add(
          new SelectItem(
              SqlParserPos.ZERO,
              new ColumnRef(
                  SqlParserPos.ZERO, ALIAS, column.alias(), Typed.of(column.expression()), 0, 0),
              column.alias()));
    }
    List<SqlNode> inner = new ArrayList<>(select.items());
    WindowSpec window = window(query.orderBy(), select);
    inner.add(new SelectItem(SqlParserPos.ZERO, call("rank", window), RANK));
    inner.add(new SelectItem(SqlParserPos.ZERO, call("row_number", window), NUMBER));
    names.add(RANK);
    names.add(NUMBER);
    QueryNode ranked = plain(withItems(select, inner), List.of(), List.of());
    QueryItem from = new QueryItem(SqlParserPos.ZERO, false, ranked, new Alias(ALIAS, names));
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            outer,
            List.of(from),
            condition(query),
            false,
            List.of(),
            null,
            List.of());
    SortItem sort =
        new SortItem(SqlParserPos.ZERO, column(NUMBER), SortItem.Direction.ASC, null, null);
    return plain(core, query.with(), List.of(sort));
  }

  private static SqlNode condition(QueryNode query) {
    ExpressionType bool = ExpressionType.of(PgTypes.BOOL);
    if (query.offset() == null) {
      return new TemplateCall(
          SqlParserPos.ZERO,
          Template.parse("{0} <= {1}"),
          List.of(column(RANK), query.limit()),
          bool);
    }
    return new TemplateCall(
        SqlParserPos.ZERO,
        Template.parse("{0} <= {1} + {2} AND {3} > {2}"),
        List.of(column(RANK), query.limit(), query.offset(), column(NUMBER)),
        bool);
  }

  private static WindowSpec window(List<SqlNode> orderBy, SelectCore select) {
    List<SqlNode> sorted = new ArrayList<>();
    for (SqlNode node : orderBy) {
      SortItem item = (SortItem) node;
      SqlNode expression = item.expression();
      if (expression instanceof PgLiteral ordinal) {
        int index = Integer.parseInt(ordinal.text()) - 1;
        expression = ((SelectItem) select.items().get(index)).expression();
      }
      sorted.add(
          new SortItem(
              item.getParserPosition(), expression, item.direction(), item.nullsFirst(), null));
    }
    return new WindowSpec(
        SqlParserPos.ZERO, null, null, false, List.of(), sorted, null, null, null);
  }

  private static SqlNode call(String name, WindowSpec window) {
    return new FunctionCall(
        SqlParserPos.ZERO,
        List.of(name),
        List.of(),
        CallOptions.NONE,
        List.of(),
        null,
        window,
        null,
        ExpressionType.of(PgTypes.INT8));
  }

  private static SqlNode column(String name) {
    return new ColumnRef(SqlParserPos.ZERO, ALIAS, name, ExpressionType.of(PgTypes.INT8), 0, 0);
  }

  private static QueryNode plain(SqlNode body, List<SqlNode> with, List<SqlNode> orderBy) {
    return new QueryNode(
        SqlParserPos.ZERO, false, with, body, orderBy, null, false, null, List.of());
  }

  private static SelectCore withItems(SelectCore select, List<SqlNode> items) {
    return new SelectCore(
        select.getParserPosition(),
        false,
        List.of(),
        items,
        select.from(),
        select.where(),
        false,
        select.groupBy(),
        select.having(),
        select.windows());
  }
}
