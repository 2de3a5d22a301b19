package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Reads single relations from the engine and the side schema into the temporary tables of {@link
 * ChangedRows}. The engine's functions list all tables at a cost that grows with their number; a
 * table's columns it tells by name, and its constraints are recorded. What only a listing tells,
 * comments and estimated numbers of rows, is taken from the shared tables.
 */
final class RelationReader {
  private static final String SHARED = EngineTables.ENGINE_TABLES;
  private static final String OWN = "temp.main." + EngineTables.PREFIX;

  private final DuckDBConnection connection;
  private final InstanceNames names;
  private final String side;
  private final String database;

  RelationReader(DuckDBConnection connection, InstanceNames names) {
    this.connection = connection;
    this.names = names;
    this.side = SideSchema.qualifiedName(names.engineDatabase());
    this.database = literal(names.engineDatabase());
  }

  /** Numbers of the relations that are registered. */
  Map<List<String>, Long> registered(Collection<List<String>> relations) throws SQLException {
    Map<List<String>, Long> numbers = new LinkedHashMap<>();
    if (!relations.isEmpty()) {
      query(
          "SELECT schema_name, object_name, number FROM "
              + side
              + ".objects WHERE class = 'r' AND (schema_name, object_name) IN "
              + rows(relations),
          row -> numbers.put(List.of(row.getString(1), row.getString(2)), row.getLong(3)));
    }
    return numbers;
  }

  /** Numbers under which the shared tables have rows of the relations. */
  Set<Long> knownNumbers(Collection<List<String>> relations) throws SQLException {
    Set<Long> numbers = new LinkedHashSet<>();
    String in = " WHERE database_name <> 'temp' AND (schema_name, %s_name) IN " + rows(relations);
    query(
        "SELECT table_oid FROM "
            + SHARED
            + "raw_tables"
            + in.formatted("table")
            + " UNION ALL SELECT view_oid FROM "
            + SHARED
            + "raw_views"
            + in.formatted("view")
            + " UNION ALL SELECT sequence_oid FROM "
            + SHARED
            + "raw_sequences"
            + in.formatted("sequence"),
        row -> numbers.add(row.getLong(1)));
    return numbers;
  }

  /** Other relations that the rows of these ones tell of. */
  Set<List<String>> referenced(Set<List<String>> relations) throws SQLException {
    Set<List<String>> referenced = new LinkedHashSet<>();
    query(
        "SELECT referenced_schema, referenced_table FROM "
            + side
            + ".foreign_keys WHERE (schema_name, table_name) IN "
            + rows(relations)
            + " UNION SELECT schema_name, referenced_table FROM "
            + SHARED
            + "raw_constraints WHERE contype = 'f' AND (schema_name, table_name) IN "
            + rows(relations)
            + " UNION SELECT referenced_schema, referenced_name FROM "
            + SHARED
            + "raw_dependencies WHERE (schema_name, view_name) IN "
            + rows(relations)
            + " UNION SELECT q.schema_name, q.sequence_name FROM "
            + SHARED
            + "raw_sequences q JOIN (VALUES "
            + rows(relations).substring(1, rows(relations).length() - 1)
            + ") t(schema_name, table_name) ON q.schema_name = t.schema_name AND "
            + "(q.owner_table = t.table_name OR starts_with(q.sequence_name, t.table_name || '_'))",
        row -> referenced.add(List.of(row.getString(1), row.getString(2))));
    referenced.removeAll(relations);
    return referenced;
  }

  /** Reads the small tables that definitions of relations change. */
  void readSmall() throws SQLException {
    for (String key :
        List.of(
            "engine.raw_privileges",
            "engine.raw_dependencies",
            "engine.raw_view_options",
            "engine.raw_statistics")) {
      run("DELETE FROM " + EngineTables.sharedTable(key));
      run("INSERT INTO " + EngineTables.sharedTable(key) + " " + EngineTables.select(key, names));
    }
  }

  /** Reads a relation, but for its indexes. */
  void read(String schema, String name, long number) throws SQLException {
    String of = "database_name = " + database + " AND schema_name = " + literal(schema);
    boolean[] is = new boolean[2];
    query(
        "SELECT EXISTS (SELECT 1 FROM duckdb_views() WHERE "
            + of
            + " AND view_name = "
            + literal(name)
            + "), EXISTS (SELECT 1 FROM duckdb_sequences() WHERE "
            + of
            + " AND sequence_name = "
            + literal(name)
            + ")",
        row -> {
          is[0] = row.getBoolean(1);
          is[1] = row.getBoolean(2);
        });
    if (is[0]) {
      insertFrom("raw_views", "view_oid", number);
      columns(schema, name, number, true);
    } else if (is[1]) {
      insertFrom("raw_sequences", "sequence_oid", number);
    } else if (columns(schema, name, number, false)) {
      table(schema, name, number);
      constraints(schema, name, number);
    }
  }

  /** Reads the indexes of the tables that were read. */
  void readIndexes() throws SQLException {
    run("INSERT INTO " + OWN + "raw_indexes " + EngineTables.select("engine.raw_indexes", names));
  }

  private void insertFrom(String view, String column, long number) throws SQLException {
    run(
        "INSERT INTO "
            + OWN
            + view
            + " SELECT * FROM ("
            + EngineTables.select("engine." + view, names)
            + ") WHERE "
            + column
            + " = "
            + number);
  }

  /** False when the engine knows no such table. */
  private boolean columns(String schema, String name, long number, boolean view)
      throws SQLException {
    String sql =
        "INSERT INTO "
            + OWN
            + "raw_columns SELECT "
            + String.join(", ", database, literal(schema), literal(name), Long.toString(number))
            + ", c.cid + 1, c.name, c.type, NOT c.\"notnull\", c.dflt_value, o.comment, k.type_oid, "
            + "k.type_schema, k.type_name, k.typmod, k.default_text, k.generated, k.identity "
            + "FROM pragma_table_info("
            + literal(qualified(schema, name))
            + ") c LEFT JOIN "
            + side
            + ".column_types k ON k.schema_name = "
            + literal(schema)
            + " AND k.relation_name = "
            + literal(name)
            + " AND k.column_name = c.name AND k.engine_type IN (c.type, "
            + CatalogFunctions.macroName("base_type")
            + "(c.type)) LEFT JOIN (SELECT column_name, comment FROM "
            + SHARED
            + "raw_columns WHERE table_oid = "
            + number
            + ") o ON o.column_name = c.name";
    try {
      run(sql);
    } catch (SQLException e) {
      if (!tells(e)) {
        throw e;
      }
      // The engine knows no such table, or can't bind the view, whose columns it keeps.
      if (view) {
        run(
            "INSERT INTO "
                + OWN
                + "raw_columns SELECT * FROM "
                + SHARED
                + "raw_columns WHERE table_oid = "
                + number);
      }
      return view;
    }
    return true;
  }

  /** Whether the engine tells that a relation, or one that it reads, isn't there. */
  private static boolean tells(SQLException error) {
    String message = error.getMessage();
    return message.contains("\"Catalog\"") || message.contains("\"Binder\"");
  }

  private void table(String schema, String name, long number) throws SQLException {
    run(
        "INSERT INTO "
            + OWN
            + "raw_tables SELECT "
            + database
            + ", s.schema_name, s.schema_oid, "
            + literal(name)
            + ", "
            + number
            + ", false, t.comment, c.columns, coalesce(t.estimated_size, 0), m.definition, "
            + "m.is_populated FROM "
            + SHARED
            + "raw_schemas s CROSS JOIN (SELECT count(*) AS columns FROM "
            + OWN
            + "raw_columns WHERE table_oid = "
            + number
            + ") c LEFT JOIN "
            + SHARED
            + "raw_tables t ON t.table_oid = "
            + number
            + " LEFT JOIN "
            + side
            + ".materialized_views m ON m.schema_name = s.schema_name AND m.view_name = "
            + literal(name)
            + " WHERE s.database_name = "
            + database
            + " AND s.schema_name = "
            + literal(schema));
  }

  private void constraints(String schema, String name, long number) throws SQLException {
    String of = SideSql.named("table_name", schema, name);
    if (hasUnrecordedConstraints(schema, name, number, of)) {
      insertFrom("raw_constraints", "table_oid", number);
      return;
    }
    String table =
        String.join(", ", database, literal(schema), literal(name), Long.toString(number));
    String numbers =
        "(SELECT object_name, any_value(number) AS number FROM "
            + side
            + ".objects WHERE class = 'k' AND "
            + of
            + " GROUP BY object_name) o ON o.object_name = k.constraint_name";
    run(
        "INSERT INTO "
            + OWN
            + "raw_constraints SELECT "
            + table
            + ", k.kind, row_number() OVER (ORDER BY k.rowid), "
            + "CASE WHEN k.kind = 'c' THEN k.position + 1 ELSE row_number() OVER "
            + "(PARTITION BY k.kind ORDER BY k.rowid) END, k.column_names, NULL, NULL, NULL, "
            + "k.constraint_name, k.definition, coalesce(o.number, "
            + number
            + " * 64), NULL, NULL, NULL, NULL, NULL, false, false, true, false FROM "
            + side
            + ".constraint_names k LEFT JOIN "
            + numbers
            + " WHERE "
            + of
            + " UNION ALL SELECT "
            + table
            + ", 'f', 23 + k.position, k.position, k.column_names, NULL, k.referenced_table, "
            + "k.referenced_column_names, k.constraint_name, NULL, coalesce(o.number, "
            + number
            + " * 64), k.referenced_schema, k.match_type, k.update_action, k.delete_action, "
            + "k.set_column_names, k.is_deferrable, k.is_deferred, k.is_valid, true FROM "
            + side
            + ".foreign_keys k LEFT JOIN "
            + numbers
            + " WHERE "
            + of);
  }

  /** Whether only a listing tells the constraints, since the engine's own tools made the table. */
  private boolean hasUnrecordedConstraints(String schema, String name, long number, String of)
      throws SQLException {
    String recorded = side + ".constraint_names WHERE " + of;
    boolean[] found = new boolean[1];
    query(
        "SELECT EXISTS (SELECT 1 FROM pragma_table_info("
            + literal(qualified(schema, name))
            + ") WHERE pk) AND NOT EXISTS (SELECT 1 FROM "
            + recorded
            + " AND kind = 'p') OR EXISTS (SELECT 1 FROM "
            + SHARED
            + "raw_constraints WHERE table_oid = "
            + number
            + " AND NOT kept AND conname NOT IN (SELECT constraint_name FROM "
            + recorded
            + "))",
        row -> found[0] = row.getBoolean(1));
    return found[0];
  }

  private String qualified(String schema, String name) {
    return EngineNames.quote(names.engineDatabase())
        + "."
        + EngineNames.quote(schema)
        + "."
        + EngineNames.quote(name);
  }

  /** A list of pairs. */
  private static String rows(Collection<List<String>> relations) {
    return relations.stream()
        .map(name -> "(" + literal(name.get(0)) + ", " + literal(name.get(1)) + ")")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Takes a row. */
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowTaker taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        taker.take(row);
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
