package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.PgNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Columns of other tables than the target in RETURNING: they are computed with a stage's rows and
 * kept in columns of its table.
 */
final class CarriedColumns {
  private final Set<String> aliases;
  private final String targetAlias;
  private final Map<List<String>, ColumnRef> carried = new LinkedHashMap<>();

  /**
   * @param aliases the engine's aliases of the other FROM items
   * @param targetAlias alias of the stage's table where RETURNING is computed
   */
  CarriedColumns(Set<String> aliases, String targetAlias) {
    this.aliases = aliases;
    this.targetAlias = targetAlias;
  }

  /** The entries of RETURNING, referring to the stage's table alone. */
  List<Target> replace(List<Target> returning) {
    return returning.stream()
        .map(target -> new Target(target.name(), target.engineName(), replace(target.expression())))
        .toList();
  }

  private SqlNode replace(SqlNode node) {
    if (node instanceof ColumnRef column) {
      if (!column.rowFields().isEmpty()) {
        return wholeRow(column);
      }
      return aliases.contains(column.qualifier()) ? carry(column) : column;
    }
    return node instanceof PgNode parent ? parent.mapChildren(this::replace) : node;
  }

  private SqlNode wholeRow(ColumnRef row) {
    return ColumnRef.wholeRow(
        row.getParserPosition(),
        aliases.contains(row.column()) ? targetAlias : row.column(),
        row.expressionType(),
        row.rowFields().stream()
            .map(field -> new ColumnRef.RowField(field.name(), replace(field.value())))
            .toList(),
        row.nullable());
  }

  private ColumnRef carry(ColumnRef column) {
    ColumnRef kept = carried.get(column.names);
    if (kept == null) {
      kept = column;
      carried.put(List.copyOf(column.names), column);
    }
    return new ColumnRef(
        column.getParserPosition(),
        targetAlias,
        name(new ArrayList<>(carried.keySet()).indexOf(column.names)),
        column.expressionType(),
        column.tableOid(),
        column.attributeNumber());
  }

  /** The columns to compute with the stage's rows. */
  List<SqlNode> items() {
    List<SqlNode> items = new ArrayList<>();
    for (ColumnRef column : carried.values()) {
      SqlNode plain = column.clone(SqlParserPos.ZERO);
      items.add(StagedRows.item(plain, name(items.size())));
    }
    return items;
  }

  private static String name(int index) {
    return "duckgres_carried_" + (index + 1);
  }
}
