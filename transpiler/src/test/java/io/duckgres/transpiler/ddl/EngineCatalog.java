package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StoredTable;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalog of a DuckDB database, without what is kept beside it. */
final class EngineCatalog implements CatalogSnapshot, PlanningContext {
  private static final String RELATIONS =
      """
      SELECT database_name, schema_name, table_name, 'TABLE' FROM duckdb_tables()
      WHERE NOT internal
      UNION ALL SELECT database_name, schema_name, view_name, 'VIEW' FROM duckdb_views()
      WHERE NOT internal
      UNION ALL SELECT database_name, schema_name, sequence_name, 'SEQUENCE'
      FROM duckdb_sequences()
      UNION ALL SELECT database_name, schema_name, index_name, 'INDEX' FROM duckdb_indexes()
      """;
  private static final String COLUMNS =
      """
      SELECT c.database_name, c.schema_name, c.table_name, c.column_name, c.data_type,
        c.is_nullable, c.column_default
      FROM duckdb_columns() AS c WHERE NOT internal ORDER BY c.database_name, c.schema_name, c.table_name, c.column_index
      """;
  private static final String TYPES =
      "SELECT schema_name, type_name, labels FROM duckdb_types() WHERE logical_type = 'ENUM'"
          + " AND NOT internal";

  private final String database;
  private final List<String> searchPath;
  private final List<String> schemas = new ArrayList<>();
  private final Map<List<String>, Relation> relations = new LinkedHashMap<>();
  private final Map<List<String>, PgType> types = new LinkedHashMap<>();
  private final Map<List<String>, List<StoredTable.Constraint>> constraints = new LinkedHashMap<>();
  private final List<SequenceState> sequences = new ArrayList<>();
  private final Map<PgType, List<String>> labels = new LinkedHashMap<>();

  EngineCatalog(Connection connection, List<String> searchPath) throws SQLException {
    this.searchPath = searchPath;
    this.database = connection.getCatalog();
    try (Statement statement = connection.createStatement()) {
      readSchemas(statement);
      readTypes(statement);
      readRelations(statement);
      readSequences(statement);
      readConstraints(statement);
    }
  }

  private void readConstraints(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT database_name, schema_name, table_name, constraint_type, expression,"
                + " constraint_column_names, referenced_table, referenced_column_names,"
                + " constraint_index FROM duckdb_constraints()"
                + " WHERE constraint_type <> 'NOT NULL' ORDER BY table_oid, constraint_index")) {
      while (rows.next()) {
        List<String> name = List.of(rows.getString(1), rows.getString(2), rows.getString(3));
        String type = rows.getString(4);
        ConstraintRecord record =
            new ConstraintRecord(
                ConstraintRecord.Kind.valueOf(type.replace(' ', '_')),
                texts(rows.getArray(6)),
                0,
                "constraint_" + rows.getInt(9));
        constraints
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(
                new StoredTable.Constraint(
                    record,
                    rows.getString(5),
                    rows.getString(7),
                    rows.getArray(8) == null ? List.of() : texts(rows.getArray(8))));
      }
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.stream((Object[]) array.getArray()).map(String.class::cast).toList();
  }

  @Override
  public StoredTable stored(Relation table) {
    return new StoredTable(
        constraints.getOrDefault(table.engineName(), List.of()),
        List.of(),
        null,
        List.of(),
        List.of());
  }

  private void readSequences(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT database_name, schema_name, sequence_name, min_value, max_value, increment_by,"
                + " start_value, cycle FROM duckdb_sequences()")) {
      while (rows.next()) {
        List<String> name = List.of(rows.getString(1), rows.getString(2), rows.getString(3));
        for (Relation relation : relations.values()) {
          if (relation.engineName().equals(name)) {
            BigInteger start = BigInteger.valueOf(rows.getLong(7));
            sequences.add(
                new SequenceState(
                    relation,
                    BigInteger.valueOf(rows.getLong(4)),
                    BigInteger.valueOf(rows.getLong(5)),
                    BigInteger.valueOf(rows.getLong(6)),
                    rows.getBoolean(8),
                    new SequenceRecord(start, PgTypes.INT8, null, null)));
          }
        }
      }
    }
  }

  @Override
  public List<SequenceState> sequences() {
    return sequences;
  }

  private void readSchemas(Statement statement) throws SQLException {
    String sql =
        "SELECT schema_name FROM duckdb_schemas() WHERE database_name = '" + database + "'";
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        schemas.add(shown(database, rows.getString(1)));
      }
    }
  }

  private void readRelations(Statement statement) throws SQLException {
    Map<List<String>, List<Attribute>> columns = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        List<Attribute> attributes =
            columns.computeIfAbsent(
                List.of(shown(rows.getString(1), rows.getString(2)), rows.getString(3)),
                name -> new ArrayList<>());
        DuckDbTypes.Shown type = shownAs(rows.getString(5));
        attributes.add(
            new Attribute(
                attributes.size() + 1,
                rows.getString(4),
                type.type(),
                type.typmod(),
                !rows.getBoolean(6),
                rows.getString(7),
                false,
                rows.getString(5)));
      }
    }
    try (ResultSet rows = statement.executeQuery(RELATIONS)) {
      while (rows.next()) {
        List<String> name = List.of(shown(rows.getString(1), rows.getString(2)), rows.getString(3));
        relations.put(
            name,
            new Relation(
                16384 + relations.size(),
                name.get(0),
                name.get(1),
                Relation.Kind.valueOf(rows.getString(4)),
                List.of(rows.getString(1), rows.getString(2), rows.getString(3)),
                columns.getOrDefault(name, List.of())));
      }
    }
  }

  private void readTypes(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(TYPES)) {
      while (rows.next()) {
        List<String> name = List.of(shown(database, rows.getString(1)), rows.getString(2));
        PgType type = PgType.enumType(20000 + types.size(), name.get(0), name.get(1), 0);
        types.put(name, type);
        labels.put(type, labels(rows.getArray(3)));
      }
    }
  }

  private static List<String> labels(Array labels) throws SQLException {
    return Arrays.stream((Object[]) labels.getArray()).map(Object::toString).toList();
  }

  /** The engine does not tell which enum a column has; tests have one at a time. */
  private DuckDbTypes.Shown shownAs(String engineType) {
    return engineType.startsWith("ENUM") && types.size() == 1
        ? new DuckDbTypes.Shown(types.values().iterator().next(), -1)
        : DuckDbTypes.shownAs(engineType);
  }

  private static String shown(String database, String schema) {
    if (database.equals("temp")) {
      return "pg_temp";
    }
    return schema.equals("main") ? "public" : schema;
  }

  @Override
  public CatalogSnapshot catalog() {
    return this;
  }

  @Override
  public List<String> searchPath() {
    return searchPath;
  }

  @Override
  public String setting(String name) {
    return null;
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public String database() {
    return "postgres";
  }

  @Override
  public long version() {
    return 1;
  }

  @Override
  public boolean hasSchema(String schema) {
    return schemas.contains(schema) || schema.equals("pg_catalog");
  }

  @Override
  public List<String> engineSchema(String schema) {
    return schema.equals("pg_temp")
        ? List.of("temp", "main")
        : List.of(database, schema.equals("public") ? "main" : schema);
  }

  @Override
  public Collection<Relation> relations() {
    return relations.values();
  }

  @Override
  public Relation relation(String schema, String name) {
    return relations.get(List.of(schema, name));
  }

  @Override
  public Relation relationByOid(int oid) {
    return relations.values().stream().filter(r -> r.oid() == oid).findFirst().orElse(null);
  }

  @Override
  public PgType type(String schema, String name) {
    return schema.equals("pg_catalog") ? PgTypes.byName(name) : types.get(List.of(schema, name));
  }

  @Override
  public PgType typeByOid(int oid) {
    return PgTypes.byOid(oid);
  }

  @Override
  public PgType arrayOf(PgType element) {
    return PgTypes.arrayOf(element);
  }

  @Override
  public PgType elementOf(PgType array) {
    return PgTypes.elementOf(array);
  }

  @Override
  public List<Attribute> fieldsOf(PgType composite) {
    return List.of();
  }

  @Override
  public List<String> labelsOf(PgType enumType) {
    return labels.getOrDefault(enumType, List.of());
  }

  @Override
  public boolean engineHasFunction(String name) {
    return false;
  }

  @Override
  public List<Attribute> describe(String engineSql) {
    return List.of();
  }
}
