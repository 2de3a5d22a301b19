package io.duckgres.catalog;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;

/**
 * A column of a system relation.
 *
 * @param name {@code attname}
 * @param type {@code atttypid}
 * @param notNull {@code attnotnull}
 */
record CatalogColumn(String name, PgType type, boolean notNull) {

  static CatalogColumn of(String name, String spelling, boolean notNull) {
    return new CatalogColumn(name, parse(spelling), notNull);
  }

  /** DuckDB's type for it; text for what DuckDB has nothing like, since no value is ever stored. */
  String storage() {
    return storage(type);
  }

  private static String storage(PgType type) {
    if (type.baseOid() != 0) {
      return storage(PgTypes.byOid(type.baseOid()));
    }
    String storage = DuckDbTypes.storageOf(type, -1);
    if (storage != null) {
      return storage;
    }
    return type.isArray() ? "VARCHAR[]" : "VARCHAR";
  }

  private static PgType parse(String spelling) {
    PgType type = null;
    if (spelling.startsWith("information_schema.")) {
      String domain = spelling.substring(spelling.indexOf('.') + 1);
      for (PgType candidate : PgTypes.all()) {
        if (candidate.schema().equals("information_schema") && candidate.name().equals(domain)) {
          type = candidate;
        }
      }
    } else {
      type = TypeNames.parseSimple(spelling);
    }
    if (type == null) {
      throw new IllegalStateException("relation-columns.tsv names the unknown type " + spelling);
    }
    return type;
  }
}
