package io.duckgres.transpiler.unparse;

import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.ValuesCore;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Queries. */
final class QueryPrinter {
  private final DuckDbPrinter printer;

  QueryPrinter(DuckDbPrinter printer) {
    this.printer = printer;
  }

  void register() {
    printer.on(QueryNode.class, this::query);
    printer.on(CommonTable.class, this::commonTable);
    printer.on(SelectCore.class, this::select);
    printer.on(SelectItem.class, this::selectItem);
    printer.on(GroupingSet.class, this::groupingSet);
    printer.on(SetOperation.class, this::setOperation);
    printer.on(ValuesCore.class, this::values);
  }

  private void query(QueryNode query, int precedence) {
    with(printer, query.recursive(), query.with());
    boolean nested = query.body() instanceof QueryNode;
    if (nested) {
      printer.text("(");
    }
    printer.print(query.body());
    if (nested) {
      printer.text(")");
    }
    if (!query.orderBy().isEmpty()) {
      printer.text(" ORDER BY ");
      printer.list(query.orderBy());
    }
    if (query.limit() != null) {
      printer.text(" LIMIT ");
      limit(query.limit());
    }
    if (query.offset() != null) {
      printer.text(" OFFSET ");
      limit(query.offset());
    }
  }

  private void limit(SqlNode limit) {
    if (limit instanceof PgLiteral literal && literal.text() != null) {
      printer.text(literal.text());
    } else {
      printer.text("(");
      printer.print(limit);
      printer.text(")");
    }
  }

  static void with(DuckDbPrinter printer, boolean recursive, List<SqlNode> tables) {
    if (tables.isEmpty()) {
      return;
    }
    printer.text(recursive ? "WITH RECURSIVE " : "WITH ");
    printer.list(tables);
    printer.text(" ");
  }

  private void commonTable(CommonTable table, int precedence) {
    printer.identifier(table.name());
    if (!table.columns().isEmpty()) {
      printer.text("(");
      printer.identifiers(table.columns());
      printer.text(")");
    }
    printer.text(" AS ");
    if (table.materialized() != null) {
      printer.text(table.materialized() ? "MATERIALIZED " : "NOT MATERIALIZED ");
    }
    printer.text("(");
    printer.print(table.statement());
    printer.text(")");
  }

  private void select(SelectCore select, int precedence) {
    printer.text("SELECT ");
    if (!select.distinctOn().isEmpty()) {
      printer.text("DISTINCT ON (");
      printer.list(select.distinctOn());
      printer.text(") ");
    } else if (select.distinct()) {
      printer.text("DISTINCT ");
    }
    if (select.items().isEmpty()) {
      // The engine has no SELECT without columns; the client is told of none.
      printer.text("1");
    }
    printer.list(select.items());
    if (!select.from().isEmpty()) {
      printer.text(" FROM ");
      printer.list(select.from());
    }
    condition(" WHERE ", select.where());
    if (!select.groupBy().isEmpty()) {
      printer.text(" GROUP BY ");
      printer.list(select.groupBy());
    }
    condition(" HAVING ", select.having());
    if (!select.windows().isEmpty()) {
      windows(select.windows());
    }
  }

  private void condition(String keyword, SqlNode condition) {
    if (condition != null) {
      printer.text(keyword);
      printer.print(condition);
    }
  }

  private void windows(List<SqlNode> windows) {
    printer.text(" WINDOW ");
    for (int i = 0; i < windows.size(); i++) {
      if (i > 0) {
        printer.text(", ");
      }
      printer.identifier(((WindowSpec) windows.get(i)).name()).text(" AS ");
      printer.print(windows.get(i));
    }
  }

  private void selectItem(SelectItem item, int precedence) {
    printer.print(item.expression());
    if (item.alias() != null) {
      printer.text(" AS ").identifier(item.alias());
    }
  }

  private void groupingSet(GroupingSet set, int precedence) {
    printer.text(
        switch (set.kind()) {
          case SETS -> "GROUPING SETS (";
          case ROLLUP -> "ROLLUP (";
          case CUBE -> "CUBE (";
          case SET -> "(";
        });
    printer.list(set.elements());
    printer.text(")");
  }

  private void setOperation(SetOperation operation, int precedence) {
    side(operation.left());
    printer.text(" ").text(operation.kind().toString());
    printer.text(operation.all() ? " ALL " : " ");
    side(operation.right());
  }

  /** Sides stand in parentheses unless they are a plain SELECT or VALUES. */
  private void side(SqlNode side) {
    SqlNode body = side instanceof QueryNode query && isBare(query) ? query.body() : side;
    boolean bare = body instanceof SelectCore || body instanceof ValuesCore;
    if (!bare) {
      printer.text("(");
    }
    printer.print(body);
    if (!bare) {
      printer.text(")");
    }
  }

  private static boolean isBare(QueryNode query) {
    return query.with().isEmpty()
        && query.orderBy().isEmpty()
        && query.limit() == null
        && query.offset() == null;
  }

  private void values(ValuesCore values, int precedence) {
    printer.text("VALUES ");
    for (int i = 0; i < values.rows().size(); i++) {
      printer.text(i == 0 ? "(" : ", (");
      printer.list(((io.duckgres.transpiler.tree.RowCall) values.rows().get(i)).fields());
      printer.text(")");
    }
  }
}
