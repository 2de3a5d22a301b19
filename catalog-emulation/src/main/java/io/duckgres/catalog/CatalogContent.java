package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.Relation;
import java.util.Map;

/**
 * Users' objects as they were loaded, all of them; system objects are not in it.
 *
 * @param relations by schema, then by name; the schema of temporary ones is {@code pg_temp}
 * @param types also the row types of relations
 */
record CatalogContent(
    Map<String, Map<String, Relation>> relations,
    Map<Integer, Relation> relationsByOid,
    UserTypes types) {}
