package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.Relation;
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
   * @param relation the table by now, its name included
   * @param goneColumns columns that are gone, whose indexes stay away
   * @param goneIndexes indexes that are gone
   * @param renamed old and new name of a renamed column; or null
   * @param records forget the indexes that stay away
   */
  List<String> after(
      Relation relation,
      List<String> goneColumns,
      List<String> goneIndexes,
      List<String> renamed,
      ColumnTypeRecords records) {
    List<String> statements = new ArrayList<>();
    for (StoredTable.Index index : indexes) {
      boolean gone =
          goneIndexes.contains(index.name())
              || goneColumns.stream().anyMatch(column -> isOver(index, column));
      if (gone) {
        statements.addAll(records.indexDropped(table.schema(), index.name()));
        continue;
      }
      StoredTable.Index changed =
          new StoredTable.Index(
              index.name(),
              index.engineName(),
              index.unique(),
              keys(index, relation, renamed),
              index.comment(),
              index.record());
      statements.addAll(create(changed, table.sibling(relation.name()), index.name()));
    }
    return statements;
  }

  /** Whether a column is among the keys, or an expression of the index mentions it. */
  private static boolean isOver(StoredTable.Index index, String column) {
    if (index.keys().contains(EngineSql.name(column))) {
      return true;
    }
    IndexRecord record = index.record();
    if (record == null) {
      return false;
    }
    return record.hasKey(column)
        || mentions(record.predicate(), column)
        || !record.isPlain() && record.keyTexts().stream().anyMatch(k -> mentions(k, column));
  }

  /** Whether a name stands in a text as a word. */
  private static boolean mentions(String text, String name) {
    int at = text == null ? -1 : text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (starts && ends) {
        return true;
      }
      at = text.indexOf(name, at + 1);
    }
    return false;
  }

  private static List<String> keys(
      StoredTable.Index index, Relation relation, List<String> renamed) {
    if (renamed == null || !isOver(index, renamed.get(0))) {
      return index.keys();
    }
    IndexRecord record = index.record();
    if (record != null && record.nullsNotDistinct() && record.predicate() == null) {
      List<String> columns = new ArrayList<>(record.keyTexts());
      columns.replaceAll(c -> c.equals(renamed.get(0)) ? renamed.get(1) : c);
      return new UniqueKeys(
              relation,
              columns.stream().map(EngineSql::name).toList(),
              UniqueKeys.constraint(relation.name(), columns),
              null)
          .engineKeys();
    }
    if (record != null && (record.predicate() != null && index.unique() || !record.isPlain())) {
      throw Errors.notSupported(-1, "renaming a column that an index expression mentions");
    }
    List<String> keys = new ArrayList<>(index.keys());
    keys.replaceAll(
        key -> key.equals(EngineSql.name(renamed.get(0))) ? EngineSql.name(renamed.get(1)) : key);
    return keys;
  }

  /** Creates an index again by a name. */
  static List<String> create(StoredTable.Index index, NewObject table, String name) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE "
            + (index.unique() ? "UNIQUE " : "")
            + "INDEX "
            + EngineSql.name(name)
            + " ON "
            + table.sql()
            + " ("
            + String.join(", ", index.keys())
            + ")");
    if (index.comment() != null) {
      statements.add(
          "COMMENT ON INDEX "
              + table.sibling(name).sql()
              + " IS "
              + EngineSql.literal(index.comment()));
    }
    return statements;
  }
}
