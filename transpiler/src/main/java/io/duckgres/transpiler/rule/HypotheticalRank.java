package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Hypothetical-set aggregates, which the engine does not have, as counts of the rows that would
 * stand before the hypothetical one.
 *
 * <p>Source: {@code src/backend/utils/adt/orderedsetaggs.c} (hypothetical_rank_common and others).
 */
final class HypotheticalRank {
  private static final ExpressionType BOOLEAN = ExpressionType.of(PgTypes.BOOL);
  private static final Template BEFORE =
      Template.parse("({0} < {1} OR ({1} IS NULL AND {0} IS NOT NULL))");
  private static final Template BEFORE_NULLS_FIRST =
      Template.parse("({0} < {1} OR ({0} IS NULL AND {1} IS NOT NULL))");
  private static final Template BEFORE_DESC =
      Template.parse("({0} > {1} OR ({0} IS NULL AND {1} IS NOT NULL))");
  private static final Template BEFORE_DESC_NULLS_LAST =
      Template.parse("({0} > {1} OR ({1} IS NULL AND {0} IS NOT NULL))");
  private static final Template SAME = Template.parse("({0} IS NOT DISTINCT FROM {1})");
  private static final Template AND = Template.parse("({0} AND {1})");
  private static final Template OR = Template.parse("({0} OR {1})");
  private static final Template RANK = Template.parse("(count(*) FILTER (WHERE {0}) + 1)");
  private static final Template DENSE_RANK =
      Template.parse("(count(DISTINCT row({1*})) FILTER (WHERE {0}) + 1)");
  private static final Template PERCENT_RANK =
      Template.parse(
          "(CASE WHEN count(*) = 0 THEN 0 ELSE CAST(count(*) FILTER (WHERE {0}) AS DOUBLE)"
              + " / count(*) END)");
  private static final Template PERCENT_RANK_FILTERED =
      Template.parse(
          "(CASE WHEN count(*) FILTER (WHERE {1}) = 0 THEN 0 ELSE CAST(count(*) FILTER (WHERE {0})"
              + " AS DOUBLE) / count(*) FILTER (WHERE {1}) END)");
  private static final Template CUME_DIST =
      Template.parse("(CAST(count(*) FILTER (WHERE {0}) + 1 AS DOUBLE) / (count(*) + 1))");
  private static final Template CUME_DIST_FILTERED =
      Template.parse(
          "(CAST(count(*) FILTER (WHERE {0}) + 1 AS DOUBLE)"
              + " / (count(*) FILTER (WHERE {1}) + 1))");

  private HypotheticalRank() {}

  static SqlNode of(FunctionCall call) {
    boolean peers = call.proc().name().equals("cume_dist");
    SqlNode condition = null;
    List<SqlNode> keys = new ArrayList<>();
    List<SqlNode> values = NumericForms.toNative(call.arguments());
    for (int i = call.orderBy().size() - 1; i >= 0; i--) {
      SortItem item = (SortItem) call.orderBy().get(i);
      SqlNode key = NumericForms.toNative(item.expression());
      keys.add(0, key);
      List<SqlNode> pair = List.of(key, values.get(i));
      SqlNode before = node(call, before(item), pair);
      SqlNode rest = condition;
      if (rest == null && peers) {
        condition = node(call, OR, List.of(before, node(call, SAME, pair)));
      } else if (rest == null) {
        condition = before;
      } else {
        SqlNode tied = node(call, AND, List.of(node(call, SAME, pair), rest));
        condition = node(call, OR, List.of(before, tied));
      }
    }
    if (call.filter() != null) {
      condition = node(call, AND, List.of(condition, call.filter()));
    }
    return rank(call, condition, keys);
  }

  private static SqlNode rank(FunctionCall call, SqlNode condition, List<SqlNode> keys) {
    List<SqlNode> operands = new ArrayList<>(List.of(condition));
    Template template =
        switch (call.proc().name()) {
          case "rank" -> RANK;
          case "dense_rank" -> {
            operands.addAll(keys);
            yield DENSE_RANK;
          }
          case "percent_rank" -> call.filter() == null ? PERCENT_RANK : PERCENT_RANK_FILTERED;
          default -> call.filter() == null ? CUME_DIST : CUME_DIST_FILTERED;
        };
    if (call.filter() != null && template != RANK && template != DENSE_RANK) {
      operands.add(call.filter());
    }
    return new TemplateCall(call.getParserPosition(), template, operands, call.expressionType());
  }

  private static Template before(SortItem item) {
    boolean descending = item.direction() == SortItem.Direction.DESC || ">".equals(item.using());
    boolean nullsFirst = item.nullsFirst() == null ? descending : item.nullsFirst();
    if (descending) {
      return nullsFirst ? BEFORE_DESC : BEFORE_DESC_NULLS_LAST;
    }
    return nullsFirst ? BEFORE_NULLS_FIRST : BEFORE;
  }

  private static SqlNode node(FunctionCall call, Template template, List<SqlNode> operands) {
    return new TemplateCall(call.getParserPosition(), template, operands, BOOLEAN);
  }
}
