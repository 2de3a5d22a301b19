package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/**
 * Queries. Columns that are numerics as text stay so where whoever reads the query understands
 * that; they are sorted, grouped and made distinct by their values.
 */
final class QueryRewriting {
  private static final Template ANY_VALUE = Template.parse("any_value({0})");

  private final Rewriting rewriting;
  private final ShownNumerics numerics;

  /** Whether the next query is the whole statement. */
  private boolean outermost;

  QueryRewriting(Rewriting rewriting) {
    this.rewriting = rewriting;
    numerics = new ShownNumerics(rewriting::rewrite, rewriting::shown);
  }

  /** A query whose rows go to the client. */
  QueryNode statement(QueryNode query) {
    outermost = true;
    return query(query, true);
  }

  QueryNode query(QueryNode query, boolean keepsText) {
    boolean statement = outermost;
    outermost = false;
    NumericColumns.State before = rewriting.columns.enter();
    try {
      List<SqlNode> with = new ArrayList<>();
      for (SqlNode table : query.with()) {
        with.add(common((CommonTable) table, query.recursive()));
      }
      if (query.body() instanceof SelectCore select) {
        return select(query, with, select, keepsText, statement);
      }
      boolean sortedByPlace =
          query.orderBy().stream()
              .allMatch(item -> ((SortItem) item).expression() instanceof PgLiteral);
      SqlNode body = body(query.body(), keepsText && sortedByPlace);
      if (!query.orderBy().isEmpty() && NumericColumns.texts(body).contains(true)) {
        return sorted(query, with, body);
      }
      return with(query, with, body, rewriteAll(query.orderBy()));
    } finally {
      rewriting.columns.leave(before);
    }
  }

  private QueryNode with(QueryNode query, List<SqlNode> with, SqlNode body, List<SqlNode> orderBy) {
    return new QueryNode(
        query.getParserPosition(),
        query.recursive(),
        with,
        body,
        orderBy,
        query.limit() == null ? null : rewriting.rewrite(query.limit()),
        query.withTies(),
        query.offset() == null ? null : rewriting.rewrite(query.offset()),
        query.locking());
  }

  private List<SqlNode> rewriteAll(List<SqlNode> nodes) {
    List<SqlNode> rewritten = new ArrayList<>();
    nodes.forEach(node -> rewritten.add(rewriting.rewrite(node)));
    return rewritten;
  }

  private CommonTable common(CommonTable table, boolean recursive) {
    SqlNode statement =
        recursive || !(table.statement() instanceof QueryNode inner)
            ? rewriting.rewrite(table.statement())
            : rewriting.query(inner);
    if (statement instanceof QueryNode rewritten) {
      rewriting.columns.common(table, rewritten);
    }
    return new CommonTable(
        table.getParserPosition(),
        table.name(),
        table.columns(),
        table.materialized(),
        statement,
        table.search(),
        table.cycle());
  }

  private SqlNode body(SqlNode body, boolean keepsText) {
    if (body instanceof SetOperation operation) {
      return setOperation(operation, keepsText);
    }
    if (body instanceof ValuesCore values) {
      ValuesCore rewritten = (ValuesCore) rewriting.rewrite(values);
      return keepsText ? NumericRows.values(rewritten) : rewritten;
    }
    return keepsText ? rewriting.query((QueryNode) body) : rewriting.rewrite(body);
  }

  private SqlNode setOperation(SetOperation operation, boolean keepsText) {
    boolean union = operation.kind() == SetOperation.Kind.UNION;
    SqlNode left = side(operation.left(), keepsText && union);
    SqlNode right = side(operation.right(), keepsText && union);
    SetOperation rewritten =
        new SetOperation(
            operation.getParserPosition(), operation.kind(), operation.all(), left, right);
    return keepsText ? NumericSets.unified(rewritten) : rewritten;
  }

  private SqlNode side(SqlNode side, boolean keepsText) {
    if (side instanceof SelectCore) {
      QueryNode query = asQuery(side);
      return query(query, keepsText).body();
    }
    return body(side, keepsText);
  }

  static QueryNode asQuery(SqlNode body) {
    return new QueryNode(
        body.getParserPosition(), false, List.of(), body, List.of(), null, false, null, List.of());
  }

  /** A query sorted by columns that are text: by their values, around it. */
  private QueryNode sorted(QueryNode query, List<SqlNode> with, SqlNode body) {
    SelectCore outer = NumericSets.around(body, NumericSets.columns(body), List.of());
    List<SqlNode> orderBy = new ArrayList<>();
    for (SqlNode item : query.orderBy()) {
      orderBy.add(sorted((SortItem) item, outer.items()));
    }
    return with(query, with, outer, orderBy);
  }

  private QueryNode select(
      QueryNode query,
      List<SqlNode> with,
      SelectCore select,
      boolean keepsText,
      boolean statement) {
    List<SqlNode> from = rewriteAll(select.from());
    List<SqlNode> grouped = new ArrayList<>();
    List<SqlNode> groupBy = new ArrayList<>();
    boolean sets = select.groupBy().stream().anyMatch(GroupingSet.class::isInstance);
    for (SqlNode group : select.groupBy()) {
      SqlNode rewritten = rewriting.rewrite(group);
      if (!sets && Rewriting.isText(rewritten) && !NumericForms.isStored(rewritten)) {
        grouped.add(group);
      }
      groupBy.add(NumericForms.grouped(rewritten));
    }
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode node : select.items()) {
      SelectItem item = (SelectItem) node;
      SqlNode written = QuantifiedCallRule.shown(ofGroup(item.expression(), grouped));
      SqlNode special = statement && !select.distinct() ? numerics.of(written) : null;
      items.add(
          new SelectItem(
              item.getParserPosition(),
              special == null ? expression(written, keepsText, groupBy) : special,
              item.alias()));
    }
    List<SqlNode> distinctOn = new ArrayList<>();
    for (SqlNode node : select.distinctOn()) {
      distinctOn.add(NumericForms.grouped(rewriting.rewrite(ofGroup(node, grouped))));
    }
    boolean texts = items.stream().anyMatch(QueryRewriting::isTextItem);
    if (select.distinct() && select.distinctOn().isEmpty() && texts) {
      items.forEach(item -> distinctOn.add(NumericForms.grouped(((SelectItem) item).expression())));
    }
    List<SqlNode> orderBy = new ArrayList<>();
    for (SqlNode node : query.orderBy()) {
      SqlNode item = ofGroup(node, grouped);
      orderBy.add(sorted((SortItem) rewriting.rewrite(item), select, items, texts));
    }
    SelectCore rewritten =
        new SelectCore(
            select.getParserPosition(),
            select.distinct(),
            distinctOn,
            items,
            from,
            select.where() == null ? null : rewriting.rewrite(select.where()),
            select.groupDistinct(),
            groupBy,
            select.having() == null ? null : rewriting.rewrite(ofGroup(select.having(), grouped)),
            rewriteAll(select.windows()));
    return with(query, with, rewritten, orderBy);
  }

  private SqlNode expression(SqlNode written, boolean keepsText, List<SqlNode> groupBy) {
    return keepsText
        ? NumericOutput.expression(rewriting.shown(written), groupBy)
        : NumericForms.toNative(rewriting.rewrite(written));
  }

  private static boolean isTextItem(SqlNode item) {
    return Rewriting.isText(((SelectItem) item).expression());
  }

  private static SortItem sorted(
      SortItem item, SelectCore select, List<SqlNode> items, boolean texts) {
    boolean plainDistinct = select.distinct() && select.distinctOn().isEmpty() && !texts;
    return plainDistinct ? item : sorted(item, items);
  }

  /** Sorts by the value of a column that is text. */
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

  /**
   * What is grouped by its value has a text for each row of the group; one of them stands for the
   * group.
   */
  private static SqlNode ofGroup(SqlNode node, List<SqlNode> grouped) {
    if (grouped.isEmpty() || node == null) {
      return node;
    }
    for (SqlNode group : grouped) {
      if (group.equalsDeep(node, Litmus.IGNORE)) {
        return new TemplateCall(
            node.getParserPosition(),
            ANY_VALUE,
            List.of(node),
            ExpressionType.of(PgTypes.NUMERIC).in(EngineForm.NUMERIC_TEXT));
      }
    }
    boolean aggregate =
        node instanceof FunctionCall call
            && call.over() == null
            && call.proc() != null
            && call.proc().kind() == PgProc.Kind.AGGREGATE;
    return aggregate || node instanceof QueryNode || !(node instanceof PgNode parent)
        ? node
        : parent.mapChildren(child -> ofGroup(child, grouped));
  }
}
