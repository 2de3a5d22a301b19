package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Relations as they will be called. */
final class RenamedRelations {
  private RenamedRelations() {}

  static Relation named(Relation relation, String name) {
    List<String> engineName = new ArrayList<>(relation.engineName());
    engineName.set(engineName.size() - 1, name);
    return new Relation(
        relation.oid(),
        relation.schema(),
        name,
        relation.kind(),
        engineName,
        relation.attributes());
  }

  static Relation column(Relation relation, String column, String name) {
    List<Attribute> attributes = new ArrayList<>();
    for (Attribute attribute : relation.attributes()) {
      attributes.add(attribute.name().equals(column) ? attribute.named(name) : attribute);
    }
    return new Relation(
        relation.oid(),
        relation.schema(),
        relation.name(),
        relation.kind(),
        relation.engineName(),
        attributes);
  }
}
