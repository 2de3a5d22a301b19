package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Partitions;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.RelationChanges;
import io.duckgres.transpiler.catalog.RoleRecord;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.RoutineUser;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StatisticsObject;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A snapshot whose users' objects are read when one is first asked for. Thread-safe. */
final class LoadedSnapshot implements CatalogSnapshot {
  private static final String PRIMARY_KEY = "_pkey";
  private static final String KEY = "_key";

  private final long version;
  private final InstanceNames names;
  private final SnapshotSource source;
  private final EngineQuestions questions;
  private final Consumer<String> usage;
  private final Map<List<String>, Optional<Relation>> relations = new HashMap<>();
  private Set<String> schemaNames;
  private Map<String, Integer> schemas;
  private UserTypes types;
  private CatalogContent content;
  private Map<Relation, String> indexes;
  private List<SequenceState> sequences;
  private List<ForeignKey> foreignKeys;
  private List<ViewDependency> viewDependencies;
  private List<RoleRecord> roles;
  private Map<String, List<Routine>> routines;
  private Partitions partitions;
  private final Map<Integer, Optional<ViewDefinition>> viewDefinitions = new HashMap<>();
  private Map<List<String>, MaterializedView> materializedViews;
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
      SnapshotSource source,
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
  public synchronized boolean hasSchema(String schema) {
    if (EngineNames.emulatedSchema(schema) != null) {
      return true;
    }
    if (schemaNames == null) {
      schemaNames = source.schemaNames();
    }
    return schemaNames.contains(schema) || isTemporarySchema(schema);
  }

  /** The temporary schema has its number in its name. */
  private boolean isTemporarySchema(String name) {
    return name.startsWith("pg_temp_") && schemas().containsKey(name);
  }

  /** What is particular to the instance. */
  InstanceNames names() {
    return names;
  }

  /** OIDs of the schemas by name, without those of PostgreSQL itself. */
  synchronized Map<String, Integer> schemas() {
    if (schemas == null) {
      usage.accept(SchemaLoader.READS);
      schemas = source.schemas();
    }
    return schemas;
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
    return columnTypeRecords(new RelationChanges());
  }

  @Override
  public ColumnTypeRecords columnTypeRecords(RelationChanges changes) {
    return new SideRecords(names.engineDatabase(), this, changes);
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
    return find(schema, name);
  }

  @Override
  public Relation relationByEngineName(List<String> engineName) {
    if (engineName.size() != 3) {
      return null;
    }
    boolean temporary = engineName.get(0).equals(EngineNames.TEMP_DATABASE);
    Relation found =
        relation(ContentLoader.schema(engineName.get(1), temporary), engineName.get(2));
    return found != null && found.engineName().equals(engineName) ? found : null;
  }

  private synchronized Relation find(String schema, String name) {
    List<String> key = List.of(schema, name);
    Optional<Relation> known = relations.get(key);
    if (known == null) {
      Relation found = look(schema, name);
      if (found == null && hasSchema(schema) && mayBeIndex(schema, name)) {
        found = index(index -> index.schema().equals(schema) && index.name().equals(name));
      }
      known = Optional.ofNullable(typed(found));
      relations.put(key, known);
    }
    return known.orElse(null);
  }

  /**
   * False when no index has this name: cheaper than reading them all. Constraints that other tools
   * made have no names of their own and are called after their tables.
   */
  private boolean mayBeIndex(String schema, String name) {
    if (source.mayBeIndex(name)) {
      return true;
    }
    int digits = name.length();
    while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    String word = name.substring(0, digits);
    if (word.endsWith(PRIMARY_KEY)) {
      String table = word.substring(0, word.length() - PRIMARY_KEY.length());
      return !table.isEmpty() && find(schema, table) != null;
    }
    return word.endsWith(KEY) && source.mayBeKey(name);
  }

  private Relation look(String schema, String name) {
    if (content == null) {
      RelationProbe.Answer answer = source.relation(schema, name, this::types);
      if (answer.told()) {
        return answer.relation();
      }
    }
    return content().relations().getOrDefault(schema, Map.of()).get(name);
  }

  @Override
  public Collection<Relation> relations() {
    return content().relations().values().stream()
        .flatMap(schema -> schema.values().stream())
        .map(this::typed)
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
    boolean stored =
        table.kind() == Relation.Kind.TABLE || table.kind() == Relation.Kind.MATERIALIZED_VIEW;
    if (!stored || table.engineName().size() != 3) {
      return null;
    }
    usage.accept("engine.constraints");
    return source.stored(table);
  }

  @Override
  public synchronized List<SequenceState> sequences() {
    if (sequences == null) {
      sequences = source.sequences();
    }
    return sequences;
  }

  @Override
  public synchronized List<RoleRecord> roles() {
    if (roles == null) {
      roles = source.roles();
    }
    return roles;
  }

  @Override
  public synchronized List<Routine> routines(String schema, String name) {
    if (routines == null) {
      routines = new HashMap<>();
      for (Routine routine : source.routines(this::type)) {
        routines.computeIfAbsent(routine.name(), any -> new ArrayList<>()).add(routine);
      }
    }
    List<Routine> named = routines.getOrDefault(name, List.of());
    return schema == null || named.isEmpty()
        ? named
        : named.stream().filter(routine -> routine.schema().equals(schema)).toList();
  }

  @Override
  public synchronized List<Routine> routines() {
    routines(null, "");
    return routines.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public synchronized ViewDefinition viewDefinition(Relation view) {
    boolean kept =
        view.kind() == Relation.Kind.VIEW
            || view.kind() == Relation.Kind.PARTITION
            || view.kind() == Relation.Kind.MATERIALIZED_VIEW;
    return !kept || view.schema().equals("pg_temp")
        ? null
        : viewDefinitions
            .computeIfAbsent(view.oid(), oid -> Optional.ofNullable(source.viewDefinition(view)))
            .orElse(null);
  }

  @Override
  public List<StatisticsObject> statistics() {
    return source.statistics();
  }

  @Override
  public synchronized Partitions partitions() {
    if (partitions == null) {
      partitions = source.partitions();
    }
    return partitions;
  }

  /** A view may be a partition. */
  private Relation typed(Relation relation) {
    return relation != null
            && relation.kind() == Relation.Kind.VIEW
            && partitions().partition(relation.schema(), relation.name()) != null
        ? relation.as(Relation.Kind.PARTITION)
        : relation;
  }

  @Override
  public Map<String, String> comments(Relation view) {
    return source.comments(view);
  }

  @Override
  public List<RoutineUser> routineUsers() {
    return source.routineUsers();
  }

  @Override
  public synchronized MaterializedView materializedView(Relation relation) {
    if (relation.kind() != Relation.Kind.MATERIALIZED_VIEW) {
      return null;
    }
    if (materializedViews == null) {
      materializedViews = source.materializedViews();
    }
    return materializedViews.get(List.of(relation.schema(), relation.name()));
  }

  @Override
  public synchronized List<ViewDependency> viewDependencies() {
    if (viewDependencies == null) {
      viewDependencies = source.viewDependencies();
    }
    return viewDependencies;
  }

  @Override
  public synchronized List<ForeignKey> foreignKeys() {
    if (foreignKeys == null) {
      foreignKeys = source.foreignKeys();
    }
    return foreignKeys;
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
    if (relation != null) {
      return relation;
    }
    List<String> name = source.registered(oid);
    if (name != null) {
      relation = relation(name.get(0), name.get(1));
    }
    if (relation == null || relation.oid() != oid) {
      relation = content().relationsByOid().get(oid);
    }
    return relation != null ? typed(relation) : index(index -> index.oid() == oid);
  }

  @Override
  public PgType type(String schema, String name) {
    if (EngineNames.emulatedSchema(schema) != null) {
      return SystemObjects.type(schema, name);
    }
    PgType found = types().byName(schema, name);
    if (found == null && mayBeRowType(schema, name)) {
      found = content().types().byName(schema, name);
    }
    return found;
  }

  /** Whether the name is a relation's, or that of the arrays of its rows. */
  private boolean mayBeRowType(String schema, String name) {
    return relation(schema, name) != null
        || name.startsWith("_") && relation(schema, name.substring(1)) != null;
  }

  @Override
  public PgType typeByOid(int oid) {
    PgType type = PgTypes.byOid(oid);
    if (type == null) {
      type = types().byOid(oid);
    }
    return type != null ? type : content().types().byOid(oid);
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
    List<Attribute> fields = types().fields(composite.oid());
    if (fields != null) {
      return fields;
    }
    Relation relation =
        composite.relationOid() == 0 ? null : relationByOid(composite.relationOid());
    return relation == null ? List.of() : relation.attributes();
  }

  @Override
  public List<String> labelsOf(PgType enumType) {
    return types().labels(enumType.oid());
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

  @Override
  public synchronized Relation indexedTable(Relation index) {
    index(found -> false);
    String table = indexes.get(index);
    return table == null ? null : relation(index.schema(), table);
  }

  private synchronized Relation index(Predicate<Relation> wanted) {
    if (indexes == null) {
      usage.accept("engine.indexes");
      indexes = source.indexes();
    }
    for (Relation index : indexes.keySet()) {
      if (wanted.test(index)) {
        return index;
      }
    }
    return null;
  }

  private synchronized UserTypes types() {
    if (types == null) {
      UserTypeLoader.READS.forEach(usage);
      types = source.types();
    }
    return types;
  }

  private synchronized CatalogContent content() {
    if (content == null) {
      ContentLoader.READS.forEach(usage);
      content = source.content();
    }
    return content;
  }
}
