package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.Relation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A snapshot whose users' objects are read when one is first asked for. Thread-safe. */
final class LoadedSnapshot implements CatalogSnapshot {
  private final long version;
  private final InstanceNames names;
  private final Supplier<CatalogContent> loader;
  private final EngineQuestions questions;
  private CatalogContent content;

  /**
   * @param loader reads the content, called once
   * @param questions asks the engine what no catalog tells
   */
  LoadedSnapshot(
      long version,
      InstanceNames names,
      Supplier<CatalogContent> loader,
      EngineQuestions questions) {
    this.version = version;
    this.names = names;
    this.loader = loader;
    this.questions = questions;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public boolean hasSchema(String schema) {
    return EngineNames.emulatedSchema(schema) != null || content().schemas().containsKey(schema);
  }

  /** What is particular to the instance. */
  InstanceNames names() {
    return names;
  }

  /** OIDs of the schemas by name, without those of PostgreSQL itself. */
  Map<String, Integer> schemas() {
    return content().schemas();
  }

  @Override
  public List<String> engineSchema(String schema) {
    String emulated = EngineNames.emulatedSchema(schema);
    if (emulated != null) {
      return List.of(EngineNames.DATABASE, emulated);
    }
    return schema.equals("pg_temp")
        ? List.of(EngineNames.TEMP_DATABASE, EngineNames.MAIN)
        : List.of(names.engineDatabase(), EngineNames.engineSchema(schema));
  }

  @Override
  public ColumnTypeRecords columnTypeRecords() {
    return new SideRecords(names.engineDatabase(), this);
  }

  @Override
  public Relation relation(String schema, String name) {
    if (EngineNames.emulatedSchema(schema) != null) {
      return SystemObjects.relation(schema, name);
    }
    return content().relations().getOrDefault(schema, Map.of()).get(name);
  }

  @Override
  public Relation relationByOid(int oid) {
    Relation relation = SystemObjects.relationByOid(oid);
    return relation != null ? relation : content().relationsByOid().get(oid);
  }

  @Override
  public PgType type(String schema, String name) {
    if (EngineNames.emulatedSchema(schema) != null) {
      return SystemObjects.type(schema, name);
    }
    return content().types().getOrDefault(schema, Map.of()).get(name);
  }

  @Override
  public PgType typeByOid(int oid) {
    PgType type = PgTypes.byOid(oid);
    return type != null ? type : content().typesByOid().get(oid);
  }

  @Override
  public PgType arrayOf(PgType element) {
    return element.arrayOid() == 0 ? null : typeByOid(element.arrayOid());
  }

  @Override
  public PgType elementOf(PgType array) {
    return array.elementOid() == 0 ? null : typeByOid(array.elementOid());
  }

  @Override
  public List<Attribute> fieldsOf(PgType composite) {
    List<Attribute> fields = content().fields().get(composite.oid());
    if (fields != null) {
      return fields;
    }
    Relation relation =
        composite.relationOid() == 0 ? null : relationByOid(composite.relationOid());
    return relation == null ? List.of() : relation.attributes();
  }

  @Override
  public List<String> labelsOf(PgType enumType) {
    return content().labels().getOrDefault(enumType.oid(), List.of());
  }

  @Override
  public boolean engineHasFunction(String name) {
    return questions.hasFunction(name);
  }

  @Override
  public List<Attribute> describe(String engineSql) {
    return questions.describe(engineSql);
  }

  private synchronized CatalogContent content() {
    if (content == null) {
      content = loader.get();
    }
    return content;
  }
}
