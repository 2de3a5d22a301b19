package io.duckgres.catalog;

import java.util.HashMap;
import java.util.Map;

/** The predefined roles. */
final class SystemRoles {
  /** OID of the role that owns everything; its name is the user's. */
  static final long OWNER = 10;

  private static final Map<String, Long> OIDS = new HashMap<>();
  private static final Map<Long, String> NAMES = new HashMap<>();

  static {
    for (Map<String, String> row :
        StaticRows.of(CatalogRelations.find("pg_catalog", "pg_authid")).values()) {
      OIDS.put(row.get("rolname"), Long.valueOf(row.get("oid")));
      NAMES.put(Long.valueOf(row.get("oid")), row.get("rolname"));
    }
  }

  private SystemRoles() {}

  /** The OID of a predefined role, or null. */
  static Long oidOf(String name) {
    return OIDS.get(name);
  }

  /** The name of a predefined role, or null. */
  static String nameOf(long oid) {
    return NAMES.get(oid);
  }
}
