package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A catalog as it will be once a relation has another name or other columns, or a function another
 * body.
 *
 * @param before the relation as it is, or null
 * @param after the relation as it will be, or null
 * @param changed functions as they will be, by what they are
 */
public record ChangedCatalog(
    CatalogSnapshot now, Relation before, Relation after, Map<Routine, Routine> changed)
    implements CatalogSnapshot {
  @Override
  public long version() {
    return now.version();
  }

  @Override
  public boolean hasSchema(String schema) {
    return now.hasSchema(schema);
  }

  @Override
  public List<String> engineSchema(String schema) {
    return now.engineSchema(schema);
  }

  @Override
  public Collection<Relation> relations() {
    return now.relations();
  }

  @Override
  public StoredTable stored(Relation table) {
    return now.stored(table);
  }

  @Override
  public List<ForeignKey> foreignKeys() {
    return now.foreignKeys();
  }

  @Override
  public MaterializedView materializedView(Relation relation) {
    return now.materializedView(relation);
  }

  @Override
  public List<Routine> routines(String schema, String name) {
    return asChanged(now.routines(schema, name));
  }

  @Override
  public List<Routine> routines() {
    return asChanged(now.routines());
  }

  private List<Routine> asChanged(List<Routine> found) {
    return changed.isEmpty() || found.isEmpty()
        ? found
        : found.stream().map(routine -> changed.getOrDefault(routine, routine)).toList();
  }

  @Override
  public ViewDefinition viewDefinition(Relation view) {
    return now.viewDefinition(view);
  }

  @Override
  public Map<String, String> comments(Relation view) {
    return now.comments(view);
  }

  @Override
  public List<StatisticsObject> statistics() {
    return now.statistics();
  }

  @Override
  public Partitions partitions() {
    return now.partitions();
  }

  @Override
  public List<RoutineUser> routineUsers() {
    return now.routineUsers();
  }

  @Override
  public List<ViewDependency> viewDependencies() {
    return now.viewDependencies();
  }

  @Override
  public List<RoleRecord> roles() {
    return now.roles();
  }

  @Override
  public List<SequenceState> sequences() {
    return now.sequences();
  }

  @Override
  public ColumnTypeRecords columnTypeRecords() {
    return now.columnTypeRecords();
  }

  @Override
  public ColumnTypeRecords columnTypeRecords(RelationChanges changes) {
    return now.columnTypeRecords(changes);
  }

  @Override
  public Relation relation(String schema, String name) {
    if (after != null && after.schema().equals(schema) && after.name().equals(name)) {
      return after;
    }
    Relation found = now.relation(schema, name);
    return found != null && found.equals(before) ? null : found;
  }

  @Override
  public Relation relationByEngineName(List<String> engineName) {
    if (after != null && after.engineName().equals(engineName)) {
      return after;
    }
    Relation found = now.relationByEngineName(engineName);
    return found != null && found.equals(before) ? null : found;
  }

  @Override
  public Relation indexedTable(Relation index) {
    return now.indexedTable(index);
  }

  @Override
  public Relation relationByOid(int oid) {
    return after != null && after.oid() == oid ? after : now.relationByOid(oid);
  }

  @Override
  public List<String> primaryKey(Relation relation) {
    return now.primaryKey(relation.equals(after) ? before : relation);
  }

  @Override
  public PgType type(String schema, String name) {
    return now.type(schema, name);
  }

  @Override
  public PgType typeByOid(int oid) {
    return now.typeByOid(oid);
  }

  @Override
  public PgType arrayOf(PgType element) {
    return now.arrayOf(element);
  }

  @Override
  public PgType elementOf(PgType array) {
    return now.elementOf(array);
  }

  @Override
  public List<Attribute> fieldsOf(PgType composite) {
    return now.fieldsOf(composite);
  }

  @Override
  public Domain domain(PgType type) {
    return now.domain(type);
  }

  @Override
  public List<String> labelsOf(PgType enumType) {
    return now.labelsOf(enumType);
  }

  @Override
  public boolean engineHasFunction(String name) {
    return now.engineHasFunction(name);
  }

  @Override
  public void functionUsed(String signature) {
    now.functionUsed(signature);
  }

  @Override
  public List<Attribute> describe(String engineSql) {
    return now.describe(engineSql);
  }
}
