package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Replaces the rows of single relations in the shared {@link EngineTables}, which must have been
 * filled.
 *
 * <p>The changed relations, and those that they refer to, are read into temporary tables of the
 * connection. The views over them, which take temporary tables for the shared ones, then give the
 * rows of these relations alone: nothing is computed that grows with the number of relations. The
 * connection must be used for nothing else. Not thread-safe.
 */
final class ChangedRows {
  private static final String CHANGED = "temp.main." + EngineTables.PREFIX + "changed";

  /** What is made of the rows that are read, and read again for other tables. */
  private static final Set<String> MADE =
      Set.of(
          "engine.columns",
          "engine.constraints",
          "engine.indexes",
          "engine.relations",
          "pg_catalog.pg_constraint",
          "pg_catalog.pg_class",
          "pg_catalog.pg_attribute",
          "pg_catalog.pg_attrdef");

  /** The tables that others are made of, none of which may be outdated. */
  static final Set<String> BASES =
      EngineTables.all().stream()
          .filter(key -> EngineTables.isRead(key) || MADE.contains(key))
          .collect(Collectors.toUnmodifiableSet());

  private final DuckDBConnection connection;
  private final InstanceNames names;
  private final RelationReader reader;
  private boolean ready;

  /**
   * Without parameters, and over the emulation database alone, they keep their plans: the engine
   * plans a statement anew when it has parameters or when a database that it reads has changed.
   */
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  ChangedRows(DuckDBConnection connection, InstanceNames names) {
    this.connection = connection;
    this.names = names;
    this.reader = new RelationReader(connection, names);
  }

  /**
   * Replaces rows, in the connection's transaction.
   *
   * @param changed schema and name of each relation, index or sequence that changed
   * @param keys the tables whose rows are replaced, all {@link #BASES} among them
   */
  void replace(List<List<String>> changed, Set<String> keys) throws SQLException {
    Set<List<String>> relations = new LinkedHashSet<>();
    for (List<String> name : changed) {
      if (!SideSql.isTemporary(name.get(0))) {
        affected(EngineNames.engineSchema(name.get(0)), name.get(1), relations);
      }
    }
    if (relations.isEmpty()) {
      return;
    }
    clear();
    reader.readSmall();
    Set<Long> numbers = new LinkedHashSet<>(reader.knownNumbers(relations));
    Map<List<String>, Long> registered = reader.registered(relations);
    numbers.addAll(registered.values());
    run(
        "INSERT INTO "
            + CHANGED
            + numbers.stream()
                .map(n -> "(" + n + ")")
                .collect(Collectors.joining(", ", " VALUES ", "")));
    registered.putAll(reader.registered(reader.referenced(relations)));
    for (Map.Entry<List<String>, Long> relation : registered.entrySet()) {
      reader.read(relation.getKey().get(0), relation.getKey().get(1), relation.getValue());
    }
    reader.readIndexes();
    for (String key : EngineTables.all()) {
      String column = EngineTables.numberColumn(key);
      if (column != null && keys.contains(key)) {
        replace(key, column);
      }
    }
  }

  private void replace(String key, String column) throws SQLException {
    String shared = EngineTables.sharedTable(key);
    String isChanged = " WHERE " + column + " IN (SELECT number FROM " + CHANGED + ")";
    boolean again = BASES.contains(key);
    if (MADE.contains(key)) {
      execute(
          "INSERT INTO "
              + own(key)
              + " SELECT * FROM ("
              + EngineTables.select(key, names)
              + ") WHERE "
              + column
              + " IS NOT NULL");
    }
    execute("DELETE FROM " + shared + isChanged);
    execute(
        "INSERT INTO "
            + shared
            + " SELECT * FROM "
            + (again ? own(key) : "(" + EngineTables.select(key, names) + ")")
            + isChanged);
  }

  /** Empties the temporary tables. */
  private void clear() throws SQLException {
    if (!ready) {
      run("CREATE TEMP TABLE " + EngineTables.PREFIX + "changed(number BIGINT)");
      for (String key : EngineTables.all()) {
        if (isOwn(key)) {
          run(
              "CREATE TEMP TABLE "
                  + EngineTables.table(key)
                  + " AS SELECT * FROM "
                  + EngineTables.sharedTable(key)
                  + " LIMIT 0");
        }
      }
      ready = true;
      return;
    }
    execute("DELETE FROM " + CHANGED);
    for (String key : EngineTables.all()) {
      if (isOwn(key)) {
        execute("DELETE FROM " + own(key));
      }
    }
  }

  private static boolean isOwn(String key) {
    return MADE.contains(key) || EngineTables.isRead(key) && EngineTables.numberColumn(key) != null;
  }

  private static String own(String key) {
    return "temp.main." + EngineTables.table(key);
  }

  /**
   * Tells that the transaction was rolled back, and with it perhaps the creation of the temporary
   * tables.
   */
  void rolledBack() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
    run("DROP TABLE IF EXISTS " + CHANGED);
    for (String key : EngineTables.all()) {
      if (isOwn(key)) {
        run("DROP TABLE IF EXISTS " + own(key));
      }
    }
    ready = false;
  }

  /** The relation itself, that of an index or sequence, and what refers to the relation. */
  private void affected(String schema, String name, Set<List<String>> relations)
      throws SQLException {
    relations.add(List.of(schema, name));
    String engine = EngineTables.ENGINE_TABLES;
    String in = " AND schema_name = " + literal(schema);
    String sql =
        "SELECT schema_name, table_name FROM "
            + engine
            + "raw_indexes WHERE index_name = "
            + literal(name)
            + in
            + " UNION SELECT schema_name, owner_table FROM "
            + engine
            + "raw_sequences WHERE owner_table IS NOT NULL AND sequence_name = "
            + literal(name)
            + in
            + " UNION SELECT schema_name, table_name FROM "
            + engine
            + "raw_constraints WHERE contype = 'f' AND referenced_table = "
            + literal(name)
            + " AND coalesce(referenced_schema, schema_name) = "
            + literal(schema)
            + " UNION SELECT schema_name, view_name FROM "
            + engine
            + "raw_dependencies WHERE referenced_schema = "
            + literal(schema)
            + " AND referenced_name = "
            + literal(name);
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        relations.add(List.of(row.getString(1), row.getString(2)));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    statement.execute();
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
