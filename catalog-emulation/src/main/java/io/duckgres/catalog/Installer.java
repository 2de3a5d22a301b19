package io.duckgres.catalog;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * Installs the emulation into a freshly opened instance: the side schema in the user's database,
 * the database {@code duckgres} with functions and relations.
 *
 * <p>It works in two parts, so that a first statement does not wait for what it does not use:
 * {@link #installCore()} gives what snapshots are read from, {@link #installRest()} the relations
 * and functions. Both run on the connection given, which nobody else may use meanwhile. Not
 * thread-safe.
 */
final class Installer {
  private final DuckDBConnection connection;
  private final InstanceNames names;
  private final Set<String> installed = new LinkedHashSet<>();

  Installer(DuckDBConnection connection, InstanceNames names) {
    this.connection = connection;
    this.names = names;
  }

  /**
   * Creates the side schema and what {@link ContentLoader} reads.
   *
   * @throws PgException XX000 naming what could not be installed
   */
  void installCore() {
    begin();
    for (String statement : SideSchema.createStatements(names.engineDatabase())) {
      run("the side schema", statement);
    }
    commit();
    run("the emulation database", "ATTACH ':memory:' AS " + EngineNames.DATABASE);
    for (String schema :
        List.of(
            EngineNames.PG_CATALOG,
            EngineNames.INFORMATION_SCHEMA,
            EngineNames.STATIC,
            EngineNames.ENGINE)) {
      run(schema, "CREATE SCHEMA " + EngineNames.DATABASE + "." + schema);
    }
    begin();
    TypeMap.install(this::run);
    load("the type map", TypeMap::load);
    installed.addAll(TypeMap.keys());
    ContentLoader.READS.forEach(this::install);
    install("engine.indexes");
    commit();
  }

  /**
   * Creates the relations and functions.
   *
   * @throws PgException XX000 naming what could not be installed
   */
  void installRest() {
    begin();
    load("the register of objects", new ObjectRegister(names)::bringUpToDate);
    commit();
    begin();
    for (CatalogRelation relation : CatalogRelations.all()) {
      install(relation.toString());
    }
    for (String macro : CatalogFunctions.macros()) {
      install("f." + macro);
    }
    commit();
  }

  private void install(String key) {
    CatalogObject.Reference reference = CatalogObject.reference(key);
    if (!installed.add(reference.key())) {
      return;
    }
    CatalogObject object = reference.load();
    object.references().forEach(this::install);
    run(object.key(), object.create(names));
    StaticRows rows = object.staticRows();
    if (rows != null) {
      load(object.key(), rows::load);
    }
  }

  /** Fills a table by an appender. */
  private interface Loader {
    void load(DuckDBConnection connection) throws SQLException;
  }

  private void load(String what, Loader loader) {
    try {
      loader.load(connection);
    } catch (SQLException | RuntimeException e) {
      throw failure(what, e);
    }
  }

  private void begin() {
    run("the emulation database", "BEGIN TRANSACTION");
  }

  private void commit() {
    run("the emulation database", "COMMIT");
  }

  private void run(String what, String sql) {
    // Statement.execute masks DuckDB's message, a prepared one keeps it.
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  private static PgException failure(String what, Exception cause) {
    return new PgException(
            SqlState.INTERNAL_ERROR_, "could not install " + what + ": " + cause.getMessage())
        .withCause(cause);
  }
}
