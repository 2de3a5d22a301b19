package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * ORDER BY the number of an output column whose values are sorted by a key. A query that can only
 * be sorted by its output columns becomes a FROM item of one that sorts.
 */
final class OrdinalKeyRule implements StructuralRule {
  private static final String ALIAS = "sorted_";

  @Override
  public Class<? extends SqlNode> matches() {
    return QueryNode.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    QueryNode query = (QueryNode) node;
    boolean needed = false;
    for (SqlNode item : query.orderBy()) {
      SqlNode column = column((SortItem) item, query.body());
      needed |= column != null && SortKeyRule.applies(column);
    }
    if (!needed) {
      return query;
    }
    if (query.body() instanceof SelectCore select
        && (!select.distinct() || !select.distinctOn().isEmpty())) {
      return sorted(query, query.body(), query.with(), query.body());
    }
    return wrapped(query);
  }

  /** The expression of the column that an item names by its number; null when it names none. */
  private static SqlNode column(SortItem item, SqlNode body) {
    if (!(item.expression() instanceof PgLiteral ordinal)) {
      return null;
    }
    return columns(body).get(Integer.parseInt(ordinal.text()) - 1);
  }

  private static List<SqlNode> columns(SqlNode body) {
    if (body instanceof QueryNode query) {
      return columns(query.body());
    }
    if (body instanceof SetOperation operation) {
      return columns(operation.left());
    }
    if (body instanceof ValuesCore values) {
      return ((RowCall) values.rows().get(0)).fields();
    }
    return ((SelectCore) body)
        .items().stream().map(item -> ((SelectItem) item).expression()).toList();
  }

  private static QueryNode sorted(
      QueryNode query, SqlNode body, List<SqlNode> with, SqlNode columnsOf) {
    List<SqlNode> orderBy = new ArrayList<>();
    for (SqlNode node : query.orderBy()) {
      SortItem item = (SortItem) node;
      SqlNode column = column(item, columnsOf);
      orderBy.add(
          column != null && SortKeyRule.applies(column)
              ? SortKeyRule.sortedBy(item, column)
              : item);
    }
    return new QueryNode(
        query.getParserPosition(),
        query.recursive() && !with.isEmpty(),
        with,
        body,
        orderBy,
        query.limit(),
        query.withTies(),
        query.offset(),
        query.locking());
  }

  private static QueryNode wrapped(QueryNode query) {
    QueryNode inner =
        new QueryNode(
            query.getParserPosition(),
            false,
            List.of(),
            query.body(),
            List.of(),
            null,
            false,
            null,
            List.of());
    List<SqlNode> columns = columns(query.body());
    List<String> shown = names(query.body());
    List<String> names = new ArrayList<>();
    List<SqlNode> outer = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = "column" + (i + 1) + "_";
      ExpressionType type = Typed.of(columns.get(i));
      names.add(name);
      outer.add(
          new SelectItem(
              SqlParserPos.ZERO,
              new ColumnRef(SqlParserPos.ZERO, ALIAS, name, type, 0, 0),
              shown.get(i)));
    }
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            outer,
            List.of(new QueryItem(SqlParserPos.ZERO, false, inner, new Alias(ALIAS, names))),
            null,
            false,
            List.of(),
            null,
            List.of());
    return sorted(query, core, query.with(), core);
  }

  /** The names that the engine gives the output columns. */
  private static List<String> names(SqlNode body) {
    if (body instanceof QueryNode query) {
      return names(query.body());
    }
    if (body instanceof SetOperation operation) {
      return names(operation.left());
    }
    List<String> names = new ArrayList<>();
    if (body instanceof SelectCore select) {
      for (SqlNode node : select.items()) {
        SelectItem item = (SelectItem) node;
        boolean plain = item.alias() == null && item.expression() instanceof ColumnRef;
        names.add(plain ? ((ColumnRef) item.expression()).column() : item.alias());
      }
      return names;
    }
    for (int i = 0; i < columns(body).size(); i++) {
      names.add("col" + i);
    }
    return names;
  }
}
