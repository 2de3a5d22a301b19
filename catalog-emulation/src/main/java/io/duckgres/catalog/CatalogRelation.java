package io.duckgres.catalog;

import java.util.List;

/**
 * A relation of {@code pg_catalog} or {@code information_schema} as PostgreSQL 17 declares it.
 *
 * @param schema {@code pg_catalog} or {@code information_schema}
 * @param kind {@code relkind}: r or v
 */
record CatalogRelation(
    String schema, String name, char kind, int oid, List<CatalogColumn> columns) {

  CatalogRelation {
    columns = List.copyOf(columns);
  }

  /** Its name in the engine, quoted. */
  String engineName() {
    return EngineNames.qualified(EngineNames.emulatedSchema(schema), name);
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }
}
