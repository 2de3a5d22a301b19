package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * A relation that a view's query reads. Schemas are named as PostgreSQL names them.
 *
 * @param schema the view's schema
 * @param view the view, or materialized view
 * @param referencedSchema the relation's schema
 * @param referenced the relation
 * @param columns the columns that are read
 */
public record ViewDependency(
    String schema, String view, String referencedSchema, String referenced, List<String> columns) {
  public ViewDependency {
    columns = List.copyOf(columns);
  }

  /** Whether the view reads this relation. */
  public boolean readsFrom(Relation relation) {
    return referencedSchema.equals(relation.schema()) && referenced.equals(relation.name());
  }
}
