package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StoredTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A snapshot whose users' objects are read when one is first asked for. Thread-safe. */
final class LoadedSnapshot implements CatalogSnapshot {
  /** Reads users' objects. */
  interface Source {
    CatalogContent content();

    List<Relation> indexes();

    /** False when no index has this name: cheaper than reading them all. */
    boolean mayBeIndex(String name);

    /**
     * @param relations by schema, then by name
     */
    List<SequenceState> sequences(Map<String, Map<String, Relation>> relations);

    StoredTable stored(Relation table);

    /** By schema and name. */
    Map<List<String>, Domain> domains();
  }

  private final long version;
  private final InstanceNames names;
  private final Source source;
  private final EngineQuestions questions;
  private final Consumer<String> usage;
  private CatalogContent content;
  private List<Relation> indexes;
  private List<SequenceState> sequences;
  private Map<List<String>, Domain> domains;

  /**
   * @param source reads users' objects, once
   * @param questions asks the engine what no catalog tells
   * @param usage is told the key of each system relation or function that a statement uses, before
   *     the statement is executed
   */
  LoadedSnapshot(
      long version,
      InstanceNames names,
      Source source,
      EngineQuestions questions,
      Consumer<String> usage) {
    this.version = version;
    this.names = names;
    this.source = source;
    this.questions = questions;
    this.usage = usage;
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
      Relation relation = SystemObjects.relation(schema, name);
      if (relation != null) {
        usage.accept(schema + "." + name);
      }
      return relation;
    }
    Relation found = content().relations().getOrDefault(schema, Map.of()).get(name);
    if (found == null && schemas().containsKey(schema) && source.mayBeIndex(name)) {
      found = index(index -> index.schema().equals(schema) && index.name().equals(name));
    }
    return found;
  }

  @Override
  public Collection<Relation> relations() {
    return content().relations().values().stream()
        .flatMap(schema -> schema.values().stream())
        .toList();
  }

  @Override
  public synchronized Domain domain(PgType type) {
    if (type.kind() != TypeKind.DOMAIN || type.schema().equals("information_schema")) {
      return null;
    }
    if (domains == null) {
      domains = source.domains();
    }
    return domains.get(List.of(type.schema(), type.name()));
  }

  @Override
  public StoredTable stored(Relation table) {
    if (table.kind() != Relation.Kind.TABLE || table.engineName().size() != 3) {
      return null;
    }
    usage.accept("engine.constraints");
    return source.stored(table);
  }

  @Override
  public synchronized List<SequenceState> sequences() {
    if (sequences == null) {
      sequences = source.sequences(content().relations());
    }
    return sequences;
  }

  @Override
  public void functionUsed(String signature) {
    String macro = CatalogFunctions.macroOf(signature);
    if (macro != null) {
      usage.accept("f." + macro);
    }
  }

  @Override
  public Relation relationByOid(int oid) {
    Relation relation = SystemObjects.relationByOid(oid);
    if (relation == null) {
      relation = content().relationsByOid().get(oid);
    }
    return relation != null ? relation : index(index -> index.oid() == oid);
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
  public List<String> primaryKey(Relation relation) {
    return relation.kind() == Relation.Kind.TABLE
        ? questions.primaryKey(relation.engineName())
        : List.of();
  }

  @Override
  public List<Attribute> describe(String engineSql) {
    return questions.describe(engineSql);
  }

  private synchronized Relation index(Predicate<Relation> wanted) {
    if (indexes == null) {
      usage.accept("engine.indexes");
      indexes = source.indexes();
    }
    for (Relation index : indexes) {
      if (wanted.test(index)) {
        return index;
      }
    }
    return null;
  }

  private synchronized CatalogContent content() {
    if (content == null) {
      ContentLoader.READS.forEach(usage);
      content = source.content();
    }
    return content;
  }
}
