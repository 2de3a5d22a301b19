package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.catalog.StoredTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of a table that is altered: the engine refuses most changes of a table that has any,
 * so that they are dropped before and created again afterwards.
 */
final class IndexRecreation {
  private final List<StoredTable.Index> indexes;
  private final NewObject table;

  IndexRecreation(StoredTable stored, NewObject table) {
    this.indexes = stored.indexes();
    this.table = table;
  }

  List<String> before() {
    return indexes.stream()
        .map(index -> "DROP INDEX " + EngineSql.name(index.engineName()))
        .toList();
  }

  /**
   * The indexes again.
   *
   * @param tableName the table's name by now
   * @param dropped quoted names of columns that are gone, whose indexes stay away
   * @param renamed quoted old and new name of a renamed column; or null
   */
  List<String> after(String tableName, List<String> dropped, List<String> renamed) {
    List<String> statements = new ArrayList<>();
    for (StoredTable.Index index : indexes) {
      if (index.keys().stream().anyMatch(dropped::contains)) {
        continue;
      }
      List<String> keys = new ArrayList<>(index.keys());
      if (renamed != null) {
        keys.replaceAll(key -> key.equals(renamed.get(0)) ? renamed.get(1) : key);
      }
      statements.add(
          "CREATE "
              + (index.unique() ? "UNIQUE " : "")
              + "INDEX "
              + EngineSql.name(index.name())
              + " ON "
              + table.sibling(tableName).sql()
              + " ("
              + String.join(", ", keys)
              + ")");
      if (index.comment() != null) {
        statements.add(
            "COMMENT ON INDEX "
                + EngineSql.name(index.engineName())
                + " IS "
                + EngineSql.literal(index.comment()));
      }
    }
    return statements;
  }
}
