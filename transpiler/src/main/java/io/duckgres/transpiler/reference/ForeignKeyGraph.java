package io.duckgres.transpiler.reference;

import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ForeignKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which foreign keys a table has, and which refer to it. */
public final class ForeignKeyGraph {
  private final List<ForeignKey> keys;

  private ForeignKeyGraph(List<ForeignKey> keys) {
    this.keys = keys;
  }

  /** The foreign keys of a catalog. */
  public static ForeignKeyGraph of(CatalogSnapshot catalog) {
    return new ForeignKeyGraph(catalog.foreignKeys());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The table's own, the oldest first. */
  public List<ForeignKey> of(String schema, String table) {
    return keys.stream().filter(key -> key.isOf(schema, table)).toList();
  }

  /** Those that refer to the table, the oldest first. */
  public List<ForeignKey> referencing(String schema, String table) {
    return keys.stream().filter(key -> key.refersTo(schema, table)).toList();
  }

  /** The table's columns that foreign keys are about. */
  public Set<String> columns(String schema, String table) {
    Set<String> columns = new LinkedHashSet<>();
    of(schema, table).forEach(key -> columns.addAll(key.columns()));
    referencing(schema, table).forEach(key -> columns.addAll(key.referencedColumns()));
    return columns;
  }
}
