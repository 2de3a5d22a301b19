package io.duckgres.transpiler;

import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;

/**
 * References to a relation and its columns in an analysed query, under the names that the relation
 * is about to have.
 */
final class RenamedReferences {
  private final Relation before;
  private final Relation after;

  RenamedReferences(Relation before, Relation after) {
    this.before = before;
    this.after = after;
  }

  QueryNode in(QueryNode query) {
    return (QueryNode) map(query, Map.of());
  }

  /**
   * @param visible for each alias around whether it is the relation's
   */
  private SqlNode map(SqlNode node, Map<String, Boolean> visible) {
    if (node instanceof ColumnRef column) {
      return column(column, visible);
    }
    if (node instanceof TableItem table) {
      return isRelation(table) ? table(table) : table;
    }
    Map<String, Boolean> inside = visible;
    List<SqlNode> from = from(node);
    if (!from.isEmpty()) {
      inside = new HashMap<>(visible);
      for (SqlNode item : from) {
        if (alias(item) != null) {
          inside.put(alias(item).name(), item instanceof TableItem table && isRelation(table));
        }
      }
    }
    Map<String, Boolean> scope = inside;
    return node instanceof PgNode parent ? parent.mapChildren(child -> map(child, scope)) : node;
  }

  /** The FROM items of a query, of joins each input. */
  private static List<SqlNode> from(SqlNode node) {
    SqlNode body = node;
    while (body instanceof QueryNode query) {
      body = query.body();
    }
    List<SqlNode> items = new ArrayList<>();
    if (body instanceof SelectCore select) {
      select.from().forEach(item -> collect(item, items));
    }
    return items;
  }

  private static void collect(SqlNode item, List<SqlNode> items) {
    items.add(item);
    if (item instanceof JoinItem join) {
      collect(join.left(), items);
      collect(join.right(), items);
    }
  }

  private static Alias alias(SqlNode item) {
    if (item instanceof TableItem table) {
      return table.alias();
    }
    if (item instanceof JoinItem join) {
      return join.alias();
    }
    if (item instanceof io.duckgres.transpiler.tree.QueryItem query) {
      return query.alias();
    }
    return item instanceof io.duckgres.transpiler.tree.FunctionItem function
        ? function.alias()
        : null;
  }

  private boolean isRelation(TableItem table) {
    return table.name().equals(List.of(before.schema(), before.name()));
  }

  /** A table without an alias of its own goes by its name, so that this follows. */
  private String alias(String alias) {
    return alias.equals(before.name()) ? after.name() : alias;
  }

  private TableItem table(TableItem table) {
    return new TableItem(
        table.getParserPosition(),
        List.of(after.schema(), after.name()),
        table.only(),
        table.alias() == null
            ? null
            : new Alias(alias(table.alias().name()), table.alias().columns()),
        table.sample(),
        table.sampleArguments());
  }

  private SqlNode column(ColumnRef column, Map<String, Boolean> visible) {
    if (!column.rowFields().isEmpty()
        || column.qualifier() == null
        || !visible.getOrDefault(column.qualifier(), false)) {
      return column;
    }
    return new ColumnRef(
        column.getParserPosition(),
        alias(column.qualifier()),
        name(column.column()),
        column.expressionType(),
        column.tableOid(),
        column.attributeNumber());
  }

  private String name(String column) {
    Attribute attribute = before.attribute(column);
    if (attribute != null) {
      for (Attribute renamed : after.attributes()) {
        if (renamed.number() == attribute.number()) {
          return renamed.name();
        }
      }
    }
    return column;
  }
}
