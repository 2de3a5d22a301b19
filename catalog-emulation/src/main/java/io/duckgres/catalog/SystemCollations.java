package io.duckgres.catalog;

import java.util.HashMap;
import java.util.Map;

/** The collations of every new database. */
final class SystemCollations {
  private static final Map<Long, String> NAMES = read();

  private SystemCollations() {}

  /** The name of a collation, or null. */
  static String nameOf(long oid) {
    return NAMES.get(oid);
  }

  private static Map<Long, String> read() {
    Map<Long, String> names = new HashMap<>();
    for (Map<String, String> row :
        StaticRows.of(CatalogRelations.find("pg_catalog", "pg_collation")).values()) {
      names.put(Long.valueOf(row.get("oid")), row.get("collname"));
    }
    return Map.copyOf(names);
  }
}
