package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import java.util.List;
import java.util.Map;

/**
 * Users' objects as they were loaded; system objects are not in it.
 *
 * @param schemas OID by name, {@code public} included
 * @param relations by schema, then by name; the schema of temporary ones is {@code pg_temp}
 * @param types enums, domains, composite types, row types and the array types over all of these, by
 *     schema, then by name
 * @param fields fields of composite types that are no row types, by the type's OID
 * @param labels labels of enums, by the type's OID
 */
record CatalogContent(
    Map<String, Integer> schemas,
    Map<String, Map<String, Relation>> relations,
    Map<Integer, Relation> relationsByOid,
    Map<String, Map<String, PgType>> types,
    Map<Integer, PgType> typesByOid,
    Map<Integer, List<Attribute>> fields,
    Map<Integer, List<String>> labels) {}
