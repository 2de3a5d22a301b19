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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads users' objects through one connection, one thread at a time. */
final class ConnectionSource implements SnapshotSource {
  private final Connection connection;
  private final InstanceNames names;
  private final boolean seesTemporary;
  private RelationProbe probe;

  /**
   * @param seesTemporary whether the connection may have temporary objects
   */
  ConnectionSource(Connection connection, InstanceNames names, boolean seesTemporary) {
    this.connection = connection;
    this.names = names;
    this.seesTemporary = seesTemporary;
  }

  @Override
  public CatalogContent content() {
    return read(() -> ContentLoader.load(connection, names));
  }

  @Override
  public UserTypes types() {
    return read(() -> UserTypeLoader.load(connection));
  }

  @Override
  public Map<String, Integer> schemas() {
    return read(() -> SchemaLoader.load(connection));
  }

  @Override
  public Set<String> schemaNames() {
    return read(() -> SchemaLoader.names(connection, names));
  }

  @Override
  public RelationProbe.Answer relation(String schema, String name, Supplier<UserTypes> types) {
    return read(
        () -> {
          if (probe == null) {
            probe = new RelationProbe(connection, names, seesTemporary, types);
          }
          return probe.find(schema, name);
        });
  }

  @Override
  public List<String> registered(int oid) {
    return read(() -> registeredName(oid));
  }

  private List<String> registeredName(int oid) throws SQLException {
    long number = EngineNames.number(oid);
    if (EngineNames.objectOid(number) != oid) {
      return null;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT schema_name, object_name FROM "
                + SideSchema.qualifiedName(names.engineDatabase())
                + ".objects WHERE number = ? AND class IN ('r', 'i', 'k')")) {
      statement.setLong(1, number);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? List.of(EngineNames.schema(row.getString(1)), row.getString(2)) : null;
      }
    }
  }

  @Override
  public Map<Relation, String> indexes() {
    return read(() -> ContentLoader.loadIndexes(connection, names));
  }

  @Override
  public boolean mayBeIndex(String name) {
    return read(() -> ContentLoader.mayBeIndex(connection, names, name));
  }

  @Override
  public boolean mayBeKey(String name) {
    return read(() -> ContentLoader.mayBeKey(connection, names, name));
  }

  @Override
  public List<SequenceState> sequences() {
    return read(() -> SequenceLoader.load(connection, names));
  }

  @Override
  public List<ForeignKey> foreignKeys() {
    return read(() -> ForeignKeyLoader.load(connection, names));
  }

  @Override
  public List<RoleRecord> roles() {
    return read(() -> SidePrivileges.load(connection, names));
  }

  @Override
  public List<Routine> routines(SideRoutines.Types types) {
    return read(() -> SideRoutines.load(connection, names, types));
  }

  @Override
  public ViewDefinition viewDefinition(Relation view) {
    return read(() -> SideViews.load(connection, names, view));
  }

  @Override
  public List<StatisticsObject> statistics() {
    return read(() -> SideStatistics.load(connection, names));
  }

  @Override
  public Partitions partitions() {
    return read(() -> SidePartitions.load(connection, names));
  }

  @Override
  public Map<String, String> comments(Relation view) {
    return read(() -> SideViews.comments(connection, view));
  }

  @Override
  public List<RoutineUser> routineUsers() {
    return read(() -> SideRoutines.users(connection, names));
  }

  @Override
  public Map<List<String>, MaterializedView> materializedViews() {
    return read(() -> MaterializedViewLoader.load(connection, names));
  }

  @Override
  public List<ViewDependency> viewDependencies() {
    return read(() -> ViewDependencyLoader.load(connection, names));
  }

  @Override
  public StoredTable stored(Relation table) {
    return read(() -> StoredTableLoader.load(connection, names, table));
  }

  @Override
  public Map<List<String>, Domain> domains() {
    return read(() -> DomainLoader.load(connection, names));
  }

  private <T> T read(Reading<T> reading) {
    try {
      synchronized (connection) {
        return reading.read();
      }
    } catch (SQLException e) {
      throw DatabaseCatalog.unreadable(e);
    }
  }

  private interface Reading<T> {
    T read() throws SQLException;
  }
}
