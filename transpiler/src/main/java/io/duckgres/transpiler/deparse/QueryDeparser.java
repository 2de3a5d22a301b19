package io.duckgres.transpiler.deparse;

import static io.duckgres.transpiler.deparse.DeparseBuffer.STANDARD;

import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.ValuesCore;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Queries: {@code get_select_query_def} and what it calls. */
final class QueryDeparser {
  private final DeparseBuffer out;
  private final ExpressionDeparser expressions;
  private final CallDeparser calls;
  private final FromDeparser from;

  QueryDeparser(DeparseBuffer out) {
    this.out = out;
    this.expressions = new ExpressionDeparser(out);
    this.calls = new CallDeparser(out, expressions);
    this.from = new FromDeparser(out, expressions, this);
  }

  /**
   * A query.
   *
   * @param columns names of its columns, null to take those it gives itself
   * @param namesVisible false where nobody sees the names
   * @param nested whether another query is around it
   */
  void query(QueryNode query, List<String> columns, boolean namesVisible, boolean nested) {
    if (!query.locking().isEmpty()) {
      throw new NoFormException(query);
    }
    boolean before = out.qualified();
    int level = out.level();
    out.qualify(nested || FromDeparser.entries(query.body()) != 1);
    with(query);
    boolean setOperation = query.body() instanceof SetOperation;
    if (query.body() instanceof SetOperation operation) {
      operation(operation, columns, namesVisible);
    } else {
      core(query.body(), columns, namesVisible);
    }
    if (!query.orderBy().isEmpty()) {
      out.keyword(" ORDER BY ", -STANDARD, STANDARD, 1);
      orderBy(query, setOperation);
    }
    if (query.offset() != null) {
      out.keyword(" OFFSET ", -STANDARD, STANDARD, 0);
      expressions.rule(query.offset(), false);
    }
    if (query.limit() != null) {
      limit(query);
    }
    while (out.level() > level) {
      out.indent(-1);
    }
    out.qualify(before);
  }

  private void limit(QueryNode query) {
    if (query.withTies()) {
      out.keyword(" FETCH FIRST ", -STANDARD, STANDARD, 0).text("(");
      expressions.rule(query.limit(), false);
      out.text(") ROWS WITH TIES");
      return;
    }
    out.keyword(" LIMIT ", -STANDARD, STANDARD, 0);
    if (query.limit() instanceof PgLiteral constant && constant.isNullValue()) {
      out.text("ALL");
    } else {
      expressions.rule(query.limit(), false);
    }
  }

  private void orderBy(QueryNode query, boolean setOperation) {
    for (int i = 0; i < query.orderBy().size(); i++) {
      out.text(i == 0 ? "" : ", ");
      SortItem item = (SortItem) query.orderBy().get(i);
      SqlNode target = target(item.expression(), query.body());
      if (target == null && setOperation && item.expression() instanceof PgLiteral position) {
        out.text(position.text());
      } else {
        calls.sortKey(target == null ? item.expression() : target);
      }
      calls.direction(item);
    }
  }

  /** The expression of the output column that a number stands for, null when it is no number. */
  private static SqlNode target(SqlNode expression, SqlNode body) {
    if (expression instanceof PgLiteral position && body instanceof SelectCore core) {
      return ((SelectItem) core.items().get(Integer.parseInt(position.text()) - 1)).expression();
    }
    return null;
  }

  private void with(QueryNode query) {
    if (query.with().isEmpty()) {
      return;
    }
    out.indent(STANDARD);
    out.text(query.recursive() ? " WITH RECURSIVE " : " WITH ");
    for (int i = 0; i < query.with().size(); i++) {
      CommonTable table = (CommonTable) query.with().get(i);
      if (table.search() != null
          || table.cycle() != null
          || !(table.statement() instanceof QueryNode)) {
        throw new NoFormException(table);
      }
      out.text(i == 0 ? "" : ", ").identifier(table.name());
      if (!table.columns().isEmpty()) {
        out.text("(");
        FromDeparser.names(out, table.columns());
        out.text(")");
      }
      out.text(" AS ");
      if (table.materialized() != null) {
        out.text(table.materialized() ? "MATERIALIZED " : "NOT MATERIALIZED ");
      }
      out.text("(").keyword("", 0, 0, 0);
      query((QueryNode) table.statement(), null, true, true);
      out.keyword("", 0, 0, 0).text(")");
    }
    out.indent(-STANDARD);
    out.keyword("", 0, 0, 0);
  }

  private void operation(SetOperation operation, List<String> columns, boolean namesVisible) {
    boolean left =
        operation.left() instanceof SetOperation inner
            && (inner.kind() != operation.kind() || inner.all() != operation.all());
    int indent = left ? STANDARD : 0;
    if (left) {
      out.text("(").keyword("", indent, 0, 0);
    }
    branch(operation.left(), columns, namesVisible);
    out.keyword(left ? ") " : "", -indent, 0, 0);
    out.text(operation.kind().name()).text(operation.all() ? " ALL " : " ");
    boolean right = operation.right() instanceof SetOperation;
    indent = right ? STANDARD : 0;
    if (right) {
      out.text("(");
    }
    out.keyword("", indent, 0, 0);
    branch(operation.right(), null, false);
    out.indent(-indent);
    if (right) {
      out.keyword(")", 0, 0, 0);
    }
  }

  private void branch(SqlNode node, List<String> columns, boolean namesVisible) {
    if (node instanceof SetOperation operation) {
      operation(operation, columns, namesVisible);
      return;
    }
    int level = out.level();
    boolean before = out.qualified();
    out.qualify(true);
    if (node instanceof QueryNode query) {
      boolean parentheses = !query.orderBy().isEmpty() || query.limit() != null;
      out.text(parentheses ? "(" : "");
      query(query, columns, namesVisible, true);
      out.text(parentheses ? ")" : "");
    } else {
      core(node, columns, namesVisible);
    }
    out.indent(level - out.level());
    out.qualify(before);
  }

  private void core(SqlNode body, List<String> columns, boolean namesVisible) {
    out.indent(STANDARD);
    out.text(" ");
    if (body instanceof ValuesCore values) {
      from.values(values);
      return;
    }
    if (!(body instanceof SelectCore core)) {
      throw new NoFormException(body);
    }
    out.text("SELECT");
    if (!core.distinctOn().isEmpty()) {
      out.text(" DISTINCT ON (");
      for (int i = 0; i < core.distinctOn().size(); i++) {
        out.text(i == 0 ? "" : ", ");
        SqlNode target = target(core.distinctOn().get(i), core);
        calls.sortKey(target == null ? core.distinctOn().get(i) : target);
      }
      out.text(")");
    } else if (core.distinct()) {
      out.text(" DISTINCT");
    }
    targets(core, columns, namesVisible);
    from.clause(core.from());
    if (core.where() != null) {
      out.keyword(" WHERE ", -STANDARD, STANDARD, 1);
      expressions.rule(core.where(), false);
    }
    if (!core.groupBy().isEmpty()) {
      out.keyword(" GROUP BY ", -STANDARD, STANDARD, 1);
      out.text(core.groupDistinct() ? "DISTINCT " : "");
      groups(core.groupBy(), core);
    }
    if (core.having() != null) {
      out.keyword(" HAVING ", -STANDARD, STANDARD, 0);
      expressions.rule(core.having(), false);
    }
    if (!core.windows().isEmpty()) {
      out.keyword(" WINDOW ", -STANDARD, STANDARD, 1);
      for (int i = 0; i < core.windows().size(); i++) {
        WindowSpec window = (WindowSpec) core.windows().get(i);
        out.text(i == 0 ? "" : ", ").identifier(window.name()).text(" AS ");
        calls.window(window);
      }
    }
  }

  private void targets(SelectCore core, List<String> columns, boolean namesVisible) {
    for (int i = 0; i < core.items().size(); i++) {
      SelectItem item = (SelectItem) core.items().get(i);
      out.text(i == 0 ? " " : ", ");
      int start = out.beginItem();
      expressions.rule(item.expression(), true);
      String shown = columns != null && i < columns.size() ? columns.get(i) : item.alias();
      String own =
          item.expression() instanceof ColumnRef column
              ? column.column()
              : namesVisible ? null : "?column?";
      if (shown != null && !shown.equals(own)) {
        out.text(" AS ").identifier(shown);
      }
      out.endItem(start, i > 0);
    }
  }

  private void groups(List<SqlNode> groups, SelectCore core) {
    for (int i = 0; i < groups.size(); i++) {
      out.text(i == 0 ? "" : ", ");
      SqlNode node = groups.get(i);
      if (node instanceof GroupingSet set) {
        out.text(
            switch (set.kind()) {
              case SETS -> "GROUPING SETS (";
              case ROLLUP -> "ROLLUP(";
              case CUBE -> "CUBE(";
              case SET -> "(";
            });
        groups(set.elements(), core);
        out.text(")");
      } else {
        SqlNode target = target(node, core);
        calls.sortKey(target == null ? node : target);
      }
    }
  }

  /** A query within FROM. */
  void subquery(QueryNode query) {
    out.text("(");
    query(query, null, true, true);
    out.text(")");
  }
}
