package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.List;

/**
 * An index as its definition was written, for {@link ColumnTypeRecords}: the engine keeps its keys
 * alone.
 *
 * @param method {@code btree}, {@code gin} …
 * @param keys the keys in order
 * @param included names of the columns after INCLUDE
 * @param predicate as {@link ShownText#stored()} gives it; null without one
 */
public record IndexRecord(String method, List<Key> keys, List<String> included, String predicate) {
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
      String column, String expression, PgType type, String operatorClass, int options) {}
}
