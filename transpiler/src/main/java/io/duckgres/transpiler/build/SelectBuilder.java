package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.DistinctClauseContext;
import io.duckgres.grammar.PostgresParser.ExprTargetContext;
import io.duckgres.grammar.PostgresParser.FromClauseContext;
import io.duckgres.grammar.PostgresParser.QueryPrimaryContext;
import io.duckgres.grammar.PostgresParser.SimpleSelectContext;
import io.duckgres.grammar.PostgresParser.TableQueryContext;
import io.duckgres.grammar.PostgresParser.TargetContext;
import io.duckgres.grammar.PostgresParser.TargetListContext;
import io.duckgres.grammar.PostgresParser.ValuesClauseContext;
import io.duckgres.grammar.PostgresParser.ValuesQueryContext;
import io.duckgres.grammar.PostgresParser.ValuesRowContext;
import io.duckgres.grammar.PostgresParser.WhereClauseContext;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** SELECT up to its WINDOW clause, VALUES and TABLE (gram.y: simple_select). */
final class SelectBuilder {
  private SelectBuilder() {}

  static SqlNode core(QueryPrimaryContext context) {
    if (context instanceof SimpleSelectContext select) {
      return select(select);
    }
    return context instanceof ValuesQueryContext values
        ? values(values.valuesClause())
        : table((TableQueryContext) context);
  }

  /** The select list or a RETURNING list; empty for null. */
  static List<SqlNode> items(TargetListContext context) {
    if (context == null) {
      return List.of();
    }
    List<SqlNode> items = new ArrayList<>(context.targets.size());
    for (TargetContext target : context.targets) {
      items.add(item(target));
    }
    return items;
  }

  /** The condition of a WHERE clause; null for null. */
  static SqlNode where(WhereClauseContext context) {
    return context == null ? null : ExpressionBuilder.expression(context.condition);
  }

  private static SelectCore select(SimpleSelectContext context) {
    DistinctClauseContext distinct = context.distinctClause();
    return new SelectCore(
        Tokens.position(context),
        distinct != null,
        distinct == null ? List.of() : ExpressionBuilder.expressions(distinct.expressions),
        items(context.targetList()),
        from(context.fromClause()),
        where(context.whereClause()),
        GroupingBuilder.isDistinct(context.groupClause()),
        GroupingBuilder.items(context.groupClause()),
        context.havingClause() == null
            ? null
            : ExpressionBuilder.expression(context.havingClause().condition),
        WindowBuilder.windows(context.windowClause()));
  }

  private static List<SqlNode> from(FromClauseContext context) {
    return context == null ? List.of() : FromBuilder.items(context.tables);
  }

  private static SelectItem item(TargetContext context) {
    SqlParserPos position = Tokens.position(context);
    if (!(context instanceof ExprTargetContext target)) {
      return new SelectItem(position, NameExpressionBuilder.star(position), null);
    }
    String alias = Tokens.value(target.label != null ? target.label : target.bareLabel);
    return new SelectItem(position, ExpressionBuilder.expression(target.expr()), alias);
  }

  private static ValuesCore values(ValuesClauseContext context) {
    List<SqlNode> rows = new ArrayList<>(context.rows.size());
    for (ValuesRowContext row : context.rows) {
      rows.add(new RowCall(Tokens.position(row), ExpressionBuilder.expressions(row.expressions)));
    }
    return new ValuesCore(Tokens.position(context), rows);
  }

  /** {@code TABLE t} is {@code SELECT * FROM t}. */
  private static SelectCore table(TableQueryContext context) {
    SqlParserPos position = Tokens.position(context);
    SqlNode all = new SelectItem(position, NameExpressionBuilder.star(position), null);
    return new SelectCore(
        position,
        false,
        List.of(),
        List.of(all),
        List.of(RelationBuilder.relation(context.relation(), null)),
        null,
        false,
        List.of(),
        null,
        List.of());
  }
}
