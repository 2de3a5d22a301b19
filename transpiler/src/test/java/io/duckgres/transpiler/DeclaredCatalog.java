package io.duckgres.transpiler;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A catalog with the tables that a test declares. */
public final class DeclaredCatalog implements CatalogSnapshot, PlanningContext {
  private final Map<String, Relation> relations = new LinkedHashMap<>();

  /** Declares a table of schema public: column names and internal type names in turn. */
  public DeclaredCatalog table(String name, String... columns) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < columns.length; i += 2) {
      PgType type = PgTypes.byName(columns[i + 1]);
      attributes.add(
          new Attribute(
              i / 2 + 1,
              columns[i],
              type,
              -1,
              false,
              null,
              false,
              DuckDbTypes.storageOf(type, -1)));
    }
    Relation relation =
        new Relation(
            16384 + relations.size(),
            "public",
            name,
            Relation.Kind.TABLE,
            List.of("main", name),
            attributes);
    relations.put(name, relation);
    return this;
  }

  @Override
  public CatalogSnapshot catalog() {
    return this;
  }

  @Override
  public List<String> searchPath() {
    return List.of("pg_catalog", "public");
  }

  @Override
  public String setting(String name) {
    return null;
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public String database() {
    return "postgres";
  }

  @Override
  public long version() {
    return 1;
  }

  @Override
  public boolean hasSchema(String schema) {
    return schema.equals("public") || schema.equals("pg_catalog");
  }

  @Override
  public Relation relation(String schema, String name) {
    return schema.equals("public") ? relations.get(name) : null;
  }

  @Override
  public Relation relationByOid(int oid) {
    return relations.values().stream().filter(r -> r.oid() == oid).findFirst().orElse(null);
  }

  @Override
  public PgType type(String schema, String name) {
    return schema.equals("pg_catalog") ? PgTypes.byName(name) : null;
  }

  @Override
  public PgType typeByOid(int oid) {
    return PgTypes.byOid(oid);
  }

  @Override
  public PgType arrayOf(PgType element) {
    return PgTypes.arrayOf(element);
  }

  @Override
  public PgType elementOf(PgType array) {
    return PgTypes.elementOf(array);
  }

  @Override
  public List<Attribute> fieldsOf(PgType composite) {
    return List.of();
  }

  @Override
  public List<String> labelsOf(PgType enumType) {
    return List.of();
  }

  @Override
  public boolean engineHasFunction(String name) {
    return name.equals("list_value");
  }

  @Override
  public List<Attribute> describe(String engineSql) {
    return List.of();
  }
}
