package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Partitions;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.RoleRecord;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.RoutineUser;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StatisticsObject;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Where a {@link LoadedSnapshot} reads users' objects from. */
interface SnapshotSource {
  CatalogContent content();

  UserTypes types();

  /** OIDs by name, without the schemas of PostgreSQL itself. */
  Map<String, Integer> schemas();

  /** Names of the schemas in the user's database. */
  Set<String> schemaNames();

  /**
   * Looks one relation up.
   *
   * @param types users' types, for columns that need them
   */
  RelationProbe.Answer relation(String schema, String name, Supplier<UserTypes> types);

  /** Schema and name of the registered relation or index that has this OID, or null. */
  List<String> registered(int oid);

  /** Indexes with the names of their tables. */
  Map<Relation, String> indexes();

  /** Whether an index or a constraint that is kept has this name. */
  boolean mayBeIndex(String name);

  /** Whether the name may be that of a UNIQUE constraint of another tool's table. */
  boolean mayBeKey(String name);

  List<SequenceState> sequences();

  StoredTable stored(Relation table);

  List<ViewDependency> viewDependencies();

  List<ForeignKey> foreignKeys();

  List<RoleRecord> roles();

  /** Users' functions and procedures. */
  List<Routine> routines(SideRoutines.Types types);

  /** What is kept of a view, or null. */
  ViewDefinition viewDefinition(Relation view);

  List<StatisticsObject> statistics();

  /** Partitioned tables and their partitions. */
  Partitions partitions();

  /** A view's comment under the empty name, and those of its columns under theirs. */
  Map<String, String> comments(Relation view);

  /** What calls them in its definition. */
  List<RoutineUser> routineUsers();

  /** By schema and name. */
  Map<List<String>, MaterializedView> materializedViews();

  /** By schema and name. */
  Map<List<String>, Domain> domains();
}
