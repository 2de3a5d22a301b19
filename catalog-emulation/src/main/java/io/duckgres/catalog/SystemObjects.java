package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The relations and types that every database has. */
final class SystemObjects {
  private static final Map<String, Map<String, Relation>> RELATIONS = new HashMap<>();
  private static final Map<Integer, Relation> BY_OID = new HashMap<>();
  private static final Map<String, Map<String, PgType>> TYPES = new HashMap<>();

  static {
    for (CatalogRelation relation : CatalogRelations.all()) {
      Relation shown = shown(relation);
      RELATIONS
          .computeIfAbsent(relation.schema(), schema -> new HashMap<>())
          .put(relation.name(), shown);
      BY_OID.put(shown.oid(), shown);
    }
    for (PgType type : PgTypes.all()) {
      TYPES.computeIfAbsent(type.schema(), schema -> new HashMap<>()).put(type.name(), type);
    }
  }

  private SystemObjects() {}

  static Relation relation(String schema, String name) {
    return RELATIONS.getOrDefault(schema, Map.of()).get(name);
  }

  static Relation relationByOid(int oid) {
    return BY_OID.get(oid);
  }

  static PgType type(String schema, String name) {
    return TYPES.getOrDefault(schema, Map.of()).get(name);
  }

  private static Relation shown(CatalogRelation relation) {
    List<Attribute> attributes = new ArrayList<>();
    for (CatalogColumn column : relation.columns()) {
      // Clients are told a domain's base type, and so are the rules that know no domains.
      PgType type = column.type();
      boolean domain = type.baseOid() != 0;
      attributes.add(
          new Attribute(
              attributes.size() + 1,
              column.name(),
              domain ? PgTypes.byOid(type.baseOid()) : type,
              domain ? type.baseTypmod() : -1,
              column.notNull(),
              null,
              false,
              column.storage()));
    }
    return new Relation(
        relation.oid(),
        relation.schema(),
        relation.name(),
        relation.kind() == 'v' ? Relation.Kind.VIEW : Relation.Kind.TABLE,
        List.of(
            EngineNames.DATABASE, EngineNames.emulatedSchema(relation.schema()), relation.name()),
        attributes);
  }
}
