package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.TableItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** The FROM items beside the target of a statement that changes rows. */
final class JoinedTables {
  private JoinedTables() {}

  /** The engine's aliases of analysed FROM items. */
  static Set<String> aliases(List<SqlNode> from) {
    Set<String> aliases = new HashSet<>();
    from.forEach(item -> collect(item, aliases));
    return aliases;
  }

  private static void collect(SqlNode item, Set<String> aliases) {
    if (item instanceof JoinItem join) {
      collect(join.left(), aliases);
      collect(join.right(), aliases);
      return;
    }
    Alias alias = null;
    if (item instanceof TableItem table) {
      alias = table.alias();
    } else if (item instanceof QueryItem query) {
      alias = query.alias();
    } else if (item instanceof FunctionItem function) {
      alias = function.alias();
    }
    if (alias != null && alias.name() != null) {
      aliases.add(alias.name());
    }
  }

  /** Whether columns of these items are in RETURNING. */
  static boolean mentions(List<Target> returning, Set<String> aliases) {
    return !aliases.isEmpty()
        && returning.stream().anyMatch(target -> mentions(target.expression(), aliases));
  }

  private static boolean mentions(SqlNode node, Set<String> aliases) {
    if (node instanceof ColumnRef column) {
      return aliases.contains(column.qualifier())
          || column.rowFields().stream().anyMatch(field -> mentions(field.value(), aliases));
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(child -> mentions(child, aliases));
  }
}
