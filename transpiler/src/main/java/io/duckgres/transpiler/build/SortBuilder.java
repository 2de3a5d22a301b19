package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.SortClauseContext;
import io.duckgres.grammar.PostgresParser.SortItemContext;
import io.duckgres.grammar.PostgresParser.SortOperatorContext;
import io.duckgres.transpiler.tree.SortItem;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;

/** ORDER BY (manual: "Sorting Rows"). */
final class SortBuilder {
  private SortBuilder() {}

  /** The items; empty for null. */
  static List<SqlNode> items(SortClauseContext context) {
    if (context == null) {
      return List.of();
    }
    List<SqlNode> items = new ArrayList<>(context.items.size());
    for (SortItemContext item : context.items) {
      items.add(
          new SortItem(
              Tokens.position(item),
              ExpressionBuilder.expression(item.expr()),
              direction(item.direction),
              nullsFirst(item.nulls),
              using(item.sortOperator())));
    }
    return items;
  }

  private static SortItem.Direction direction(Token word) {
    if (word == null) {
      return null;
    }
    return word.getType() == PostgresParser.ASC ? SortItem.Direction.ASC : SortItem.Direction.DESC;
  }

  private static Boolean nullsFirst(Token word) {
    return word == null ? null : word.getType() == PostgresParser.FIRST;
  }

  private static String using(SortOperatorContext context) {
    if (context == null) {
      return null;
    }
    OperatorName operator = OperatorName.of(context);
    if (operator.schema() != null && !operator.schema().equals(SystemCalls.SCHEMA)) {
      throw BuildErrors.notSupported(
          "ORDER BY … USING with an operator of schema " + operator.schema(), context.getStart());
    }
    return operator.symbol();
  }
}
