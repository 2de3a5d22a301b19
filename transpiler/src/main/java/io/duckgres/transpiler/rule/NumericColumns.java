package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Which columns of the FROM items and common tables that can be seen are numerics as text. */
final class NumericColumns {
  private Map<String, Set<String>> items = new HashMap<>();
  private Map<String, Set<String>> tables = new HashMap<>();

  /** What can be seen at some place. */
  record State(Map<String, Set<String>> items, Map<String, Set<String>> tables) {}

  /** Enters a query; {@link #leave} forgets what is seen inside. */
  State enter() {
    State before = new State(items, tables);
    items = new HashMap<>(items);
    tables = new HashMap<>(tables);
    return before;
  }

  void leave(State before) {
    items = before.items();
    tables = before.tables();
  }

  /** A common table expression. */
  void common(CommonTable table, QueryNode query) {
    tables.put(table.name(), names(table.columns(), query));
  }

  /** A query in FROM. */
  void query(Alias alias, QueryNode query) {
    if (alias != null && alias.name() != null) {
      items.put(alias.name(), names(alias.columns(), query));
    }
  }

  /** A table or common table in FROM. */
  void table(TableItem table) {
    Set<String> texts =
        table.name().size() == 1 ? tables.getOrDefault(table.name().get(0), Set.of()) : Set.of();
    String alias =
        table.alias() == null ? table.name().get(table.name().size() - 1) : table.alias().name();
    items.put(alias, texts);
  }

  boolean isText(ColumnRef column) {
    return column.qualifier() != null
        && PgTypes.NUMERIC.equals(Typed.typeOf(column))
        && items.getOrDefault(column.qualifier(), Set.of()).contains(column.column());
  }

  private static Set<String> names(List<String> given, QueryNode query) {
    List<Boolean> texts = texts(query);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i)) {
        names.add(i < given.size() ? given.get(i) : alias(query, i));
      }
    }
    return names;
  }

  /** The name of a query's column. */
  static String alias(SqlNode node, int index) {
    SqlNode body = node;
    while (!(body instanceof SelectCore)) {
      if (body instanceof QueryNode query) {
        body = query.body();
      } else if (body instanceof SetOperation operation) {
        body = operation.left();
      } else {
        return "col" + index;
      }
    }
    return ((SelectItem) ((SelectCore) body).items().get(index)).alias();
  }

  /** For each column of a rewritten query whether it is text. */
  static List<Boolean> texts(SqlNode node) {
    return expressions(node).stream().map(Rewriting::isText).toList();
  }

  /** The expressions of a query's columns, those of its first part. */
  static List<SqlNode> expressions(SqlNode node) {
    if (node instanceof QueryNode query) {
      return expressions(query.body());
    }
    if (node instanceof SetOperation operation) {
      return expressions(operation.left());
    }
    if (node instanceof ValuesCore values) {
      return ((RowCall) values.rows().get(0)).fields();
    }
    List<SqlNode> expressions = new ArrayList<>();
    ((SelectCore) node).items().forEach(item -> expressions.add(((SelectItem) item).expression()));
    return expressions;
  }
}
