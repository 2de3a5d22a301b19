package io.duckgres.catalog;

import java.util.Set;

/** The table of PostgreSQL's own rows of a relation, which lies in the schema {@code static_}. */
record StaticTable(CatalogRelation relation) implements CatalogObject {
  @Override
  public String key() {
    return "static." + relation.name();
  }

  @Override
  public Set<String> references() {
    return Set.of();
  }

  @Override
  public String create(InstanceNames names) {
    return staticRows().createTable();
  }

  @Override
  public StaticRows staticRows() {
    return StaticRows.of(relation);
  }
}
