package io.duckgres.catalog;

import java.util.HashMap;
import java.util.Map;

/** The schemas of every new database, {@code public} included. */
final class SystemSchemas {
  /** OIDs by name. */
  static final Map<String, Integer> OIDS = read();

  private SystemSchemas() {}

  private static Map<String, Integer> read() {
    Map<String, Integer> oids = new HashMap<>();
    for (Map<String, String> row :
        StaticRows.of(CatalogRelations.find("pg_catalog", "pg_namespace")).values()) {
      oids.put(row.get("nspname"), Integer.valueOf(row.get("oid")));
    }
    return Map.copyOf(oids);
  }
}
