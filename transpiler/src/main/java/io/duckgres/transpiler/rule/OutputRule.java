package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SortItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * The outermost SELECT: columns that are numerics as text stay so, since the client reads text with
 * exactly these decimals. Where such a column is sorted by, its value is.
 */
record OutputRule(RuleEngine engine) {

  SqlNode rewrite(QueryNode query, SelectCore select) {
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode node : select.items()) {
      SelectItem item = (SelectItem) node;
      items.add(
          new SelectItem(
              item.getParserPosition(),
              NumericOutput.expression(engine.rewrite(item.expression())),
              item.alias()));
    }
    SelectCore rest = (SelectCore) engine.rewrite(withItems(select, List.of()));
    List<SqlNode> orderBy = new ArrayList<>();
    for (SqlNode node : query.orderBy()) {
      orderBy.add(sorted((SortItem) engine.rewrite(node), items));
    }
    return new QueryNode(
        query.getParserPosition(),
        query.recursive(),
        query.with().stream().map(engine::rewrite).toList(),
        withItems(rest, items),
        orderBy,
        query.limit() == null ? null : engine.rewrite(query.limit()),
        query.withTies(),
        query.offset() == null ? null : engine.rewrite(query.offset()),
        query.locking());
  }

  private static SortItem sorted(SortItem item, List<SqlNode> items) {
    if (!(item.expression() instanceof PgLiteral ordinal)) {
      return NumericForms.sorted(item);
    }
    SqlNode column = ((SelectItem) items.get(Integer.parseInt(ordinal.text()) - 1)).expression();
    if (SortKeyRule.applies(column)) {
      return SortKeyRule.sortedBy(item, column);
    }
    return NumericForms.isText(column)
        ? new SortItem(
            item.getParserPosition(),
            NumericForms.sortKey(column),
            item.direction(),
            item.nullsFirst(),
            item.using())
        : item;
  }

  private static SelectCore withItems(SelectCore select, List<SqlNode> items) {
    return new SelectCore(
        select.getParserPosition(),
        select.distinct(),
        select.distinctOn(),
        items,
        select.from(),
        select.where(),
        select.groupDistinct(),
        select.groupBy(),
        select.having(),
        select.windows());
  }
}
