package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.List;

/**
 * An index as its definition was written, for {@link ColumnTypeRecords}: the engine keeps its keys
 * alone.
 *
 * @param table the indexed table
 * @param method {@code btree}, {@code gin} …
 * @param unique UNIQUE
 * @param keys the keys in order
 * @param included names of the columns after INCLUDE
 * @param predicate as {@link ShownText#stored()} gives it; null without one
 * @param nullsNotDistinct NULLS NOT DISTINCT
 * @param constraint whether it is there for a unique constraint of its name
 */
public record IndexRecord(
    String table,
    String method,
    boolean unique,
    List<Key> keys,
    List<String> included,
    String predicate,
    boolean nullsNotDistinct,
    boolean constraint) {
  public IndexRecord {
    keys = List.copyOf(keys);
    included = List.copyOf(included);
  }

  /**
   * A key.
   *
   * @param column its column, null for an expression
   * @param expression as {@link ShownText#stored()} gives it; null for a column, and where only the
   *     engine's text is known
   * @param type an expression's, null for a column
   * @param operatorClass the one that was asked for, or null
   * @param options {@code pg_index.indoption}: 1 for DESC, 2 for NULLS FIRST
   */
  public record Key(
      String column, String expression, PgType type, String operatorClass, int options) {

    /** The column or expression as PostgreSQL shows it. */
    public String text() {
      if (column != null || expression == null) {
        return column == null ? "expr" : column;
      }
      return ShownText.plain(expression);
    }
  }

  /** The same index of another table. */
  public IndexRecord ofTable(String other) {
    return new IndexRecord(
        other, method, unique, keys, included, predicate, nullsNotDistinct, constraint);
  }

  /** Whether all its keys are columns, all rows are in it, and nulls differ. */
  public boolean isPlain() {
    return predicate == null && !nullsNotDistinct && hasColumnsOnly();
  }

  /** Whether no key is an expression. */
  public boolean hasColumnsOnly() {
    return keys.stream().allMatch(key -> key.column() != null);
  }

  /** Whether a column is a key. */
  public boolean hasKey(String column) {
    return keys.stream().anyMatch(key -> column.equals(key.column()));
  }

  /** Columns and expressions as PostgreSQL shows them. */
  public List<String> keyTexts() {
    return keys.stream().map(Key::text).toList();
  }
}
