package io.duckgres.transpiler.reference;

import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which foreign keys a table has, and which refer to it. */
public final class ForeignKeyGraph {
  private final CatalogSnapshot catalog;
  private final List<ForeignKey> keys;

  private ForeignKeyGraph(CatalogSnapshot catalog) {
    this.catalog = catalog;
    keys = catalog.foreignKeys();
  }

  /** The foreign keys of a catalog. */
  public static ForeignKeyGraph of(CatalogSnapshot catalog) {
    return new ForeignKeyGraph(catalog);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The table's own, the oldest first. */
  public List<ForeignKey> of(String schema, String table) {
    return keys.stream().filter(key -> key.isOf(schema, table) && exists(key)).toList();
  }

  /** Those that refer to the table, the oldest first. */
  public List<ForeignKey> referencing(String schema, String table) {
    return keys.stream().filter(key -> key.refersTo(schema, table) && exists(key)).toList();
  }

  /** Other DuckDB tools may have dropped what a record tells of. */
  private boolean exists(ForeignKey key) {
    return exists(key.schema(), key.table(), key.columns())
        && exists(key.referencedSchema(), key.referencedTable(), key.referencedColumns());
  }

  private boolean exists(String schema, String table, List<String> columns) {
    Relation relation = catalog.relation(schema, table);
    return relation != null
        && columns.stream().allMatch(column -> relation.attribute(column) != null);
  }

  /** The table's columns that foreign keys are about. */
  public Set<String> columns(String schema, String table) {
    Set<String> columns = new LinkedHashSet<>();
    of(schema, table).forEach(key -> columns.addAll(key.columns()));
    referencing(schema, table).forEach(key -> columns.addAll(key.referencedColumns()));
    return columns;
  }
}
