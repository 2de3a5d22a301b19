package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.List;

/**
 * Keeps beside the engine's catalog what that can't say: PostgreSQL's types of columns (varchar(n),
 * jsonb, oid …), identity, names of constraints, the text of views.
 *
 * <p>Each method returns the SQL of statements that the engine runs in the same transaction, after
 * the statement that made the change; none when nothing is to be kept. Schemas are named as
 * PostgreSQL names them, {@code pg_temp} being the session's temporary one. All columns of a table
 * are told, also those whose engine type says everything: the implementation leaves out what needs
 * no record, and forgets what it kept under the same name before.
 */
public interface ColumnTypeRecords {
  /** Keeps nothing. */
  ColumnTypeRecords NONE = new NoRecords();

  /** A table with these columns and constraints was created. */
  List<String> tableCreated(
      String schema, String table, List<ColumnRecord> columns, List<ConstraintRecord> constraints);

  /**
   * A view was created or replaced.
   *
   * @param columns its columns with PostgreSQL's types
   * @param definition its query as {@link ShownText#stored()} gives it
   */
  List<String> viewCreated(
      String schema, String view, List<ColumnRecord> columns, String definition);

  /**
   * A table was created to be a materialized view, or one was filled or emptied; {@link
   * #tableCreated} comes before.
   */
  List<String> materialized(String schema, String name, MaterializedView view);

  /** How a view just created is changed through, and how its text is read. */
  List<String> viewDefined(String schema, String view, ViewDefinition definition);

  /** A view's query is written anew, its result being the same. */
  List<String> viewRewritten(String schema, String view, String definition);

  /** A view reads these relations now. */
  List<String> viewReads(String schema, String view, List<ViewDependency> dependencies);

  /** A column was added, or its type, default or identity changed. */
  List<String> columnChanged(String schema, String table, ColumnRecord column);

  /** The default of a column just recorded is written as that of another table's column. */
  List<String> defaultCopied(
      String schema, String table, String column, String sourceSchema, String source);

  /** A column was renamed. */
  List<String> columnRenamed(String schema, String table, String from, String to);

  /** A column was dropped. */
  List<String> columnDropped(String schema, String table, String column);

  /** An index was created. */
  List<String> indexCreated(String schema, String index, IndexRecord record);

  /** An index was dropped. */
  List<String> indexDropped(String schema, String index);

  /** All indexes over a column are gone with it. */
  List<String> indexesDropped(String schema, String table, String column);

  /** An index was renamed. */
  List<String> indexRenamed(String schema, String from, String to);

  /** A constraint was added. */
  List<String> constraintAdded(String schema, String table, ConstraintRecord constraint);

  /** A constraint was renamed; what is recorded of it otherwise follows. */
  default List<String> constraintRenamed(String schema, String table, String from, String to) {
    return List.of();
  }

  /** A schema was created. */
  default List<String> schemaCreated(String schema) {
    return List.of();
  }

  /** An enum was created. */
  default List<String> enumCreated(String schema, String name) {
    return List.of();
  }

  /** A foreign key was added, or changed under its name. */
  List<String> foreignKeyChanged(ForeignKey key);

  /** A foreign key was dropped. */
  List<String> foreignKeyDropped(ForeignKey key);

  /** All constraints of a table are these now. */
  List<String> constraintsChanged(String schema, String table, List<ConstraintRecord> constraints);

  /** A table or view was renamed. */
  List<String> relationRenamed(String schema, String from, String to);

  /** A table or view was dropped. */
  List<String> relationDropped(String schema, String relation);

  /** A schema was dropped with all that was in it. */
  List<String> schemaDropped(String schema);

  /** A sequence was created, or its options or its owner changed. */
  List<String> sequenceChanged(String schema, String sequence, SequenceRecord record);

  /**
   * A domain was created.
   *
   * @param base its base type
   * @param typmod the base type's modifier, -1 for none
   */
  List<String> domainCreated(String schema, String name, PgType base, int typmod, Domain domain);

  /** A composite type with these attributes was created. */
  List<String> compositeCreated(String schema, String name, List<ColumnRecord> attributes);

  /** An enum has other labels now. */
  List<String> enumChanged(
      String schema, String name, List<String> labelsBefore, List<String> labels);

  /** A type was dropped. */
  List<String> typeDropped(String schema, String name);

  /** A role was created or altered. */
  List<String> roleChanged(RoleRecord role);

  /** A role was dropped, and with it what was granted to it. */
  List<String> roleDropped(String role);

  /** A role became a member of another, or is none any more. */
  List<String> memberChanged(String role, String member, boolean granted);

  /**
   * A privilege was granted or revoked.
   *
   * @param kind {@code TABLE}, {@code SEQUENCE}, {@code SCHEMA} …
   * @param schema the object's schema; for a schema its own name
   * @param object the object's name
   * @param column a table's column, empty for all of it
   * @param grantee a role, {@code public} for PUBLIC
   * @param privilege in capitals
   * @param granted GRANT, otherwise REVOKE
   * @param option WITH GRANT OPTION
   */
  List<String> privilegeChanged(
      String kind,
      String schema,
      String object,
      String column,
      String grantee,
      String privilege,
      boolean granted,
      boolean option);

  /**
   * A function or procedure was created or changed.
   *
   * @param before what it was; null for a new one
   * @param after what it is; of a new one the OID is not known yet
   * @param texts how PostgreSQL shows its arguments, its arguments without defaults, its result
   *     (null for a procedure) and its definition
   */
  List<String> routineChanged(Routine before, Routine after, List<String> texts);

  /** A function or procedure was dropped. */
  List<String> routineDropped(Routine routine);

  /** The definition of an object calls a function. */
  List<String> routineUsed(RoutineUser user);

  /** The columns of a view are those of a table. */
  List<String> columnsCopied(String sourceSchema, String source, String schema, String view);

  /** A table just created is a partitioned one. */
  List<String> partitioned(PartitionedTable table);

  /** A partition was created or attached. */
  List<String> partitionAdded(Partition partition);

  /** A partition was detached or dropped. */
  List<String> partitionRemoved(Partition partition);

  /**
   * A statistics object is created, changed or dropped.
   *
   * @param before null for a new one
   * @param after null when it is dropped
   */
  default List<String> statisticsChanged(StatisticsObject before, StatisticsObject after) {
    return List.of();
  }

  /** A sequence was dropped. */
  List<String> sequenceDropped(String schema, String sequence);

  /** Comments were set that the engine keeps: on relations, columns or types. */
  void commented();

  /**
   * A comment was set on an object that the engine keeps no comments for.
   *
   * @param objectClass {@code schema}, {@code constraint} and the like
   * @param schema the object's schema; for a schema its own name
   * @param object the object's name
   * @param part the name within the object, such as the constraint's of a table; empty for none
   * @param comment null to remove it
   */
  List<String> commented(
      String objectClass, String schema, String object, String part, String comment);
}
