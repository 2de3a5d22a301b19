package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * Finds what a column name means.
 *
 * <p>Source: {@code src/backend/parser/parse_relation.c} (colNameToVar, refnameNamespaceItem,
 * errorMissingColumn) and {@code parse_expr.c} (transformColumnRef).
 */
final class ColumnLookup {
  private ColumnLookup() {}

  /** The column that an identifier names, with the identifier's position. */
  static SqlNode resolve(SqlIdentifier name, Scope scope) {
    List<String> parts = name.names;
    if (parts.size() == 1) {
      return unqualified(name, parts.get(0), scope);
    }
    String column = parts.get(parts.size() - 1);
    String table = parts.get(parts.size() - 2);
    String schema = parts.size() > 2 ? parts.get(parts.size() - 3) : null;
    ScopeItem item = item(schema, table, scope, name);
    if (name.isStar()) {
      return wholeRow(item, name);
    }
    SqlNode found = column(item, column, name);
    if (found == null) {
      throw Analysis.error(
          SqlState.UNDEFINED_COLUMN, "column " + table + "." + column + " does not exist", name);
    }
    return at(found, name);
  }

  private static SqlNode unqualified(SqlIdentifier name, String column, Scope scope) {
    for (Scope level = scope; level != null; level = level.parent()) {
      SqlNode found = null;
      for (ScopeItem item : level.items()) {
        if (!item.columnsVisible()) {
          continue;
        }
        SqlNode here = column(item, column, name);
        if (here != null && found != null) {
          throw ambiguous(column, name);
        }
        found = here == null ? found : here;
      }
      if (found != null) {
        return at(found, name);
      }
    }
    ScopeItem whole = findItem(null, column, scope);
    if (whole != null) {
      return wholeRow(whole, name);
    }
    throw Analysis.error(
        SqlState.UNDEFINED_COLUMN, "column \"" + column + "\" does not exist", name);
  }

  private static SqlNode wholeRow(ScopeItem item, SqlIdentifier name) {
    if (item.scalar()) {
      return at(item.columns().get(0).expression(), name);
    }
    if (item.engineAlias() == null) {
      throw Analysis.at(PgException.notSupported("a whole-row reference to a join"), name);
    }
    return ColumnRef.wholeRow(
        name.getParserPosition(),
        item.engineAlias(),
        ExpressionType.of(PgTypes.RECORD),
        item.columns().stream()
            .map(column -> new ColumnRef.RowField(column.name(), column.expression()))
            .toList(),
        item.nullable());
  }

  /** The item's column with this name, null when it has none. */
  private static SqlNode column(ScopeItem item, String column, SqlIdentifier name) {
    SqlNode found = column(item.columns(), column, name);
    return found != null ? found : column(item.systemColumns(), column, name);
  }

  private static SqlNode column(List<ScopeColumn> columns, String column, SqlIdentifier name) {
    SqlNode found = null;
    for (ScopeColumn candidate : columns) {
      if (candidate.name().equals(column)) {
        if (found != null) {
          throw ambiguous(column, name);
        }
        found = candidate.expression();
      }
    }
    return found;
  }

  /** The FROM item with this name. */
  static ScopeItem item(String schema, String table, Scope scope, SqlNode at) {
    ScopeItem found = findItem(schema, table, scope);
    if (found != null) {
      return found;
    }
    throw Analysis.error(
        SqlState.UNDEFINED_TABLE, "missing FROM-clause entry for table \"" + table + "\"", at);
  }

  private static ScopeItem findItem(String schema, String table, Scope scope) {
    for (Scope level = scope; level != null; level = level.parent()) {
      ScopeItem found = null;
      for (ScopeItem item : level.items()) {
        if (!item.tableVisible() || !table.equals(item.alias())) {
          continue;
        }
        if (schema != null && !schema.equals(item.schema())) {
          continue;
        }
        if (found != null) {
          throw new PgException(
              SqlState.AMBIGUOUS_ALIAS, "table reference \"" + table + "\" is ambiguous");
        }
        found = item;
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The columns of {@code *} or {@code t.*}, each at the star's position. */
  static List<ScopeColumn> star(SqlIdentifier star, Scope scope) {
    List<ScopeColumn> columns = new ArrayList<>();
    if (star.names.size() == 1) {
      for (ScopeItem item : scope.items()) {
        if (item.columnsVisible()) {
          columns.addAll(item.columns());
        }
      }
      if (columns.isEmpty()) {
        throw Analysis.error(
            SqlState.SYNTAX_ERROR, "SELECT * with no tables specified is not valid", star);
      }
    } else {
      int last = star.names.size() - 2;
      String schema = last > 0 ? star.names.get(last - 1) : null;
      columns.addAll(item(schema, star.names.get(last), scope, star).columns());
    }
    return columns.stream()
        .map(column -> new ScopeColumn(column.name(), at(column.expression(), star)))
        .toList();
  }

  private static SqlNode at(SqlNode column, SqlNode source) {
    return column instanceof ColumnRef && Positions.start(source) >= 0
        ? column.clone(source.getParserPosition())
        : column;
  }

  private static PgException ambiguous(String column, SqlNode name) {
    return Analysis.error(
        SqlState.AMBIGUOUS_COLUMN, "column reference \"" + column + "\" is ambiguous", name);
  }
}
