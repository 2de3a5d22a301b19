package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The catalog as one transaction sees it. A snapshot does not change; after DDL the session has
 * another with another version.
 */
public interface CatalogSnapshot {
  /** Equal versions of one database mean equal content. */
  long version();

  /** Whether the schema exists; {@code pg_catalog} and {@code information_schema} do. */
  boolean hasSchema(String schema);

  /**
   * A schema's name for the engine, in which new objects are created: database and schema, so that
   * a schema and a database of one name are told apart.
   *
   * @param schema as PostgreSQL names it, {@code pg_temp} for the session's temporary one; it need
   *     not exist
   */
  default List<String> engineSchema(String schema) {
    return switch (schema) {
      case "public" -> List.of("main");
      case "pg_temp" -> List.of("temp", "main");
      default -> List.of(schema);
    };
  }

  /** All relations of users' schemas, the temporary one included. */
  default Collection<Relation> relations() {
    return List.of();
  }

  /**
   * A table's constraints, indexes and comments.
   *
   * @return null when they are not known
   */
  default StoredTable stored(Relation table) {
    return null;
  }

  /** All foreign keys that are kept beside the engine's catalog, the oldest first. */
  default List<ForeignKey> foreignKeys() {
    return List.of();
  }

  /** What fills a materialized view; null for any other relation. */
  default MaterializedView materializedView(Relation relation) {
    return null;
  }

  /**
   * Users' functions and procedures of this name.
   *
   * @param schema the schema, or null for all of them
   */
  default List<Routine> routines(String schema, String name) {
    return List.of();
  }

  /** All functions and procedures of users. */
  default List<Routine> routines() {
    return List.of();
  }

  /** What is kept of a view; null when nothing is, and for any other relation. */
  default ViewDefinition viewDefinition(Relation view) {
    return null;
  }

  /** A view's comment under the empty name, and those of its columns under theirs. */
  default Map<String, String> comments(Relation view) {
    return Map.of();
  }

  /** All statistics objects. */
  default List<StatisticsObject> statistics() {
    return List.of();
  }

  /** All partitioned tables and their partitions. */
  default Partitions partitions() {
    return Partitions.NONE;
  }

  /** What calls users' functions in its definition. */
  default List<RoutineUser> routineUsers() {
    return List.of();
  }

  /** What users' views read, as far as it is known. */
  default List<ViewDependency> viewDependencies() {
    return List.of();
  }

  /** The roles beside the user and the predefined ones. */
  default List<RoleRecord> roles() {
    return List.of();
  }

  /** All sequences of users' schemas. */
  default List<SequenceState> sequences() {
    return List.of();
  }

  /** What keeps PostgreSQL's types of columns beside the engine's catalog. */
  default ColumnTypeRecords columnTypeRecords() {
    return ColumnTypeRecords.NONE;
  }

  /**
   * As {@link #columnTypeRecords()}.
   *
   * @param changes is told of the relations that records are kept of
   */
  default ColumnTypeRecords columnTypeRecords(RelationChanges changes) {
    return columnTypeRecords();
  }

  /**
   * A table, view, sequence or index.
   *
   * @param schema never null; {@code pg_temp} is the session's temporary schema
   * @return null when there is none
   */
  Relation relation(String schema, String name);

  /**
   * The user's relation that the engine knows by this name, or null.
   *
   * @param engineName all parts
   */
  default Relation relationByEngineName(List<String> engineName) {
    for (Relation relation : relations()) {
      if (relation.engineName().equals(engineName)) {
        return relation;
      }
    }
    return null;
  }

  /** The table that an index is on; null when it is not known. */
  default Relation indexedTable(Relation index) {
    return null;
  }

  /** The relation with this OID, or null. */
  Relation relationByOid(int oid);

  /** Columns of the relation's primary key; empty without one. */
  default List<String> primaryKey(Relation relation) {
    return List.of();
  }

  /** A user's type (enum, domain, composite) or a built-in one, or null. */
  PgType type(String schema, String name);

  /** Any type with this OID, built-in ones included, or null. */
  PgType typeByOid(int oid);

  /** The array type over {@code element}, or null. */
  PgType arrayOf(PgType element);

  /** The element type of {@code array}, or null. */
  PgType elementOf(PgType array);

  /** Fields of a composite type in order; empty for any other type. */
  List<Attribute> fieldsOf(PgType composite);

  /** What a domain demands of its values; null for any other type. */
  default Domain domain(PgType type) {
    return null;
  }

  /** Labels of an enum in order; empty for any other type. */
  List<String> labelsOf(PgType enumType);

  /**
   * Whether the engine itself has a function of this name (scalar, aggregate, macro or table
   * function), so that a call which PostgreSQL does not know may pass unchanged.
   */
  boolean engineHasFunction(String name);

  /**
   * Tells that the statement being planned calls a function of PostgreSQL's, so that one which
   * reads the catalog finds it up to date when the statement is executed.
   *
   * @param signature as {@code PgProc.signature()} gives it
   */
  default void functionUsed(String signature) {}

  /**
   * The columns that the engine gives to a query which PostgreSQL's rules can't type, such as a
   * table function of DuckDB's own.
   *
   * @param engineSql a SELECT in DuckDB SQL, without parameters
   * @throws io.duckgres.pgtype.PgException when the engine refuses it
   */
  List<Attribute> describe(String engineSql);
}
