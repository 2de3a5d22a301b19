package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CubeGroupContext;
import io.duckgres.grammar.PostgresParser.EmptyGroupContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.ExprGroupContext;
import io.duckgres.grammar.PostgresParser.GroupClauseContext;
import io.duckgres.grammar.PostgresParser.GroupItemContext;
import io.duckgres.grammar.PostgresParser.GroupingSetsContext;
import io.duckgres.grammar.PostgresParser.ParenthesesPrimaryContext;
import io.duckgres.grammar.PostgresParser.RollupGroupContext;
import io.duckgres.transpiler.tree.GroupingSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** GROUP BY (manual: "The GROUP BY and HAVING Clauses", "GROUPING SETS, CUBE, and ROLLUP"). */
final class GroupingBuilder {
  private GroupingBuilder() {}

  /** The items; empty for null. */
  static List<SqlNode> items(GroupClauseContext context) {
    return context == null ? List.of() : items(context.items);
  }

  static boolean isDistinct(GroupClauseContext context) {
    return context != null
        && context.quantifier != null
        && context.quantifier.getType() == PostgresParser.DISTINCT;
  }

  private static List<SqlNode> items(List<GroupItemContext> contexts) {
    List<SqlNode> items = new ArrayList<>(contexts.size());
    for (GroupItemContext context : contexts) {
      items.add(item(context));
    }
    return items;
  }

  private static SqlNode item(GroupItemContext context) {
    SqlParserPos position = Tokens.position(context);
    if (context instanceof ExprGroupContext expression) {
      return expressionOrSet(expression.expr());
    }
    if (context instanceof EmptyGroupContext) {
      return new GroupingSet(position, GroupingSet.Kind.SET, List.of());
    }
    if (context instanceof GroupingSetsContext sets) {
      return new GroupingSet(position, GroupingSet.Kind.SETS, items(sets.items));
    }
    return context instanceof CubeGroupContext cube
        ? new GroupingSet(position, GroupingSet.Kind.CUBE, sets(cube.expressions))
        : new GroupingSet(
            position, GroupingSet.Kind.ROLLUP, sets(((RollupGroupContext) context).expressions));
  }

  private static List<SqlNode> sets(List<ExprContext> expressions) {
    return expressions.stream().map(GroupingBuilder::expressionOrSet).toList();
  }

  /** A list in brackets is a set of expressions, unless the word ROW makes it a value. */
  private static SqlNode expressionOrSet(ExprContext expression) {
    ParenthesesPrimaryContext row = Subqueries.implicitRow(expression);
    return row == null
        ? ExpressionBuilder.expression(expression)
        : new GroupingSet(
            Tokens.position(row),
            GroupingSet.Kind.SET,
            ExpressionBuilder.expressions(row.expressions));
  }
}
