package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StoredTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads users' objects through one connection, one thread at a time. */
record ConnectionSource(Connection connection, InstanceNames names)
    implements LoadedSnapshot.Source {
  @Override
  public CatalogContent content() {
    return read(() -> ContentLoader.load(connection, names));
  }

  @Override
  public List<Relation> indexes() {
    return read(() -> ContentLoader.loadIndexes(connection, names));
  }

  @Override
  public boolean mayBeIndex(String name) {
    return read(() -> ContentLoader.mayBeIndex(connection, names, name));
  }

  @Override
  public List<SequenceState> sequences(Map<String, Map<String, Relation>> relations) {
    return read(() -> SequenceLoader.load(connection, names, relations));
  }

  @Override
  public StoredTable stored(Relation table) {
    return read(() -> StoredTableLoader.load(connection, table));
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
