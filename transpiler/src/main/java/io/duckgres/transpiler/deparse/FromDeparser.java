package io.duckgres.transpiler.deparse;

import static io.duckgres.transpiler.deparse.DeparseBuffer.JOIN;
import static io.duckgres.transpiler.deparse.DeparseBuffer.STANDARD;

import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** FROM: {@code get_from_clause} and what it calls. */
final class FromDeparser {
  private final DeparseBuffer out;
  private final ExpressionDeparser expressions;
  private final QueryDeparser queries;

  FromDeparser(DeparseBuffer out, ExpressionDeparser expressions, QueryDeparser queries) {
    this.out = out;
    this.expressions = expressions;
    this.queries = queries;
  }

  /** How many entries a query's range table has; each join counts as one. */
  static int entries(SqlNode body) {
    if (body instanceof ValuesCore) {
      return 1;
    }
    return body instanceof SelectCore core
        ? core.from().stream().mapToInt(FromDeparser::entriesOf).sum()
        : 2;
  }

  private static int entriesOf(SqlNode item) {
    return item instanceof JoinItem join ? 1 + entriesOf(join.left()) + entriesOf(join.right()) : 1;
  }

  static void names(DeparseBuffer out, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      out.text(i == 0 ? "" : ", ").identifier(names.get(i));
    }
  }

  void clause(List<SqlNode> items) {
    for (int i = 0; i < items.size(); i++) {
      if (i == 0) {
        out.keyword(" FROM ", -STANDARD, STANDARD, 2);
        item(items.get(i));
      } else {
        out.text(", ");
        int start = out.beginItem();
        item(items.get(i));
        out.endItem(start, true);
      }
    }
  }

  private void item(SqlNode item) {
    if (item instanceof TableItem table) {
      table(table);
    } else if (item instanceof QueryItem query) {
      query(query);
    } else if (item instanceof JoinItem join) {
      join(join);
    } else if (item instanceof FunctionItem function) {
      function(function);
    } else {
      throw new NoFormException(item);
    }
  }

  private void table(TableItem table) {
    if (table.sample() != null) {
      throw new NoFormException(table);
    }
    List<String> name = table.name();
    String relation = name.get(name.size() - 1);
    out.objectName(name.size() > 1 ? name.get(name.size() - 2) : null, relation);
    if (table.alias() != null && !table.alias().name().equals(relation)) {
      out.text(" ").identifier(table.alias().name());
    }
    if (table.alias() != null && !table.alias().columns().isEmpty()) {
      out.text("(");
      names(out, table.alias().columns());
      out.text(")");
    }
  }

  private void query(QueryItem item) {
    QueryNode query = (QueryNode) item.query();
    out.text(item.lateral() ? "LATERAL " : "");
    Alias alias = item.alias();
    queries.subquery(query);
    if (alias != null) {
      out.text(" ").identifier(alias.name());
      if (!alias.columns().isEmpty()) {
        out.text("(");
        names(out, alias.columns());
        out.text(")");
      }
    }
  }

  /** The rows of VALUES. */
  void values(ValuesCore values) {
    out.text("VALUES ");
    for (int i = 0; i < values.rows().size(); i++) {
      out.text(i == 0 ? "(" : ", (");
      List<SqlNode> fields = ((RowCall) values.rows().get(i)).fields();
      for (int j = 0; j < fields.size(); j++) {
        out.text(j == 0 ? "" : ",");
        expressions.rule(fields.get(j), false);
      }
      out.text(")");
    }
  }

  private void function(FunctionItem item) {
    if (item.functions().size() != 1
        || item.rowsFrom()
        || item.definitions().stream().anyMatch(list -> !list.isEmpty())) {
      throw new NoFormException(item);
    }
    out.text(item.lateral() ? "LATERAL " : "");
    expressions.rule(item.functions().get(0), true);
    out.text(item.ordinality() ? " WITH ORDINALITY" : "");
    Alias alias = item.alias();
    if (alias != null) {
      out.text(" ").identifier(alias.name());
      if (!alias.columns().isEmpty()) {
        out.text("(");
        names(out, alias.columns());
        out.text(")");
      }
    }
  }

  private void join(JoinItem join) {
    boolean enclosed = !out.pretty() || join.alias() != null;
    out.text(enclosed ? "(" : "");
    item(join.left());
    boolean cross = join.condition() == null && join.using() == null;
    String word =
        switch (join.kind()) {
          case CROSS -> " CROSS JOIN ";
          case INNER -> cross ? " CROSS JOIN " : " JOIN ";
          case LEFT -> " LEFT JOIN ";
          case RIGHT -> " RIGHT JOIN ";
          case FULL -> " FULL JOIN ";
        };
    out.keyword(word, -STANDARD, STANDARD, JOIN);
    boolean right = out.pretty() && join.right() instanceof JoinItem;
    out.text(right ? "(" : "");
    item(join.right());
    out.text(right ? ")" : "");
    if (join.using() != null) {
      out.text(" USING (");
      names(out, join.using());
      out.text(")");
      if (join.usingAlias() != null) {
        out.text(" AS ").identifier(join.usingAlias());
      }
    } else if (join.condition() != null) {
      out.text(" ON ").parenthesis("(");
      expressions.rule(join.condition(), false);
      out.parenthesis(")");
    } else if (!cross
        || join.kind() == JoinItem.Kind.LEFT
        || join.kind() == JoinItem.Kind.FULL
        || join.kind() == JoinItem.Kind.RIGHT) {
      out.text(" ON TRUE");
    }
    out.text(enclosed ? ")" : "");
    if (join.alias() != null) {
      out.text(" ").identifier(join.alias().name());
    }
  }
}
