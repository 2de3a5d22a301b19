package io.duckgres.catalog;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Looks a relation up by its name. The engine's catalog functions list all relations at a cost that
 * grows with their number; this asks for one, so that DDL in a large database stays as fast as in a
 * small one.
 */
final class RelationProbe {
  private final Connection connection;
  private final InstanceNames names;
  private final boolean seesTemporary;
  private final Supplier<UserTypes> types;
  private final String side;
  private Map<String, Entry> temporaryEntries;

  /**
   * What is known of a name.
   *
   * @param told false when only a listing of everything tells
   * @param relation null when there is none
   */
  record Answer(boolean told, Relation relation) {
    static final Answer NONE = new Answer(true, null);
    static final Answer UNTOLD = new Answer(false, null);
  }

  /** What is registered, and of temporary objects what only a listing tells. */
  private record Entry(int oid, Relation.Kind kind, boolean generated) {}

  /** A row of the side schema's {@code column_types}. */
  private record Recorded(
      String engineType,
      int typeOid,
      String typeSchema,
      String typeName,
      int typmod,
      String generated,
      String identity) {}

  /**
   * @param seesTemporary whether the connection may have temporary objects
   * @param types read when a column needs them
   */
  RelationProbe(
      Connection connection,
      InstanceNames names,
      boolean seesTemporary,
      Supplier<UserTypes> types) {
    this.connection = connection;
    this.names = names;
    this.seesTemporary = seesTemporary;
    this.types = types;
    this.side = SideSchema.qualifiedName(names.engineDatabase());
  }

  /**
   * @param schema as PostgreSQL names it
   */
  Answer find(String schema, String name) throws SQLException {
    boolean temporary = schema.equals("pg_temp");
    boolean hidden =
        temporary
            ? !seesTemporary || name.startsWith(EngineTables.PREFIX)
            : !SchemaLoader.isVisible(schema);
    if (hidden) {
      return Answer.NONE;
    }
    String database = temporary ? EngineNames.TEMP_DATABASE : names.engineDatabase();
    String engineSchema = temporary ? EngineNames.MAIN : EngineNames.engineSchema(schema);
    List<String> engineName = List.of(database, engineSchema, name);
    List<Column> columns = columns(engineName);
    if (columns == null) {
      Relation sequence = sequence(schema, engineName);
      if (sequence != null) {
        return new Answer(true, sequence);
      }
      return isView(engineName) ? Answer.UNTOLD : Answer.NONE;
    }
    Entry entry = temporary ? temporaryEntry(engineName) : entry(engineSchema, name);
    if (entry == null) {
      // The engine found a name that differs in case, or the object is not registered yet.
      return temporary ? Answer.NONE : Answer.UNTOLD;
    }
    if (entry.generated()) {
      return Answer.UNTOLD;
    }
    Map<String, Recorded> recorded = recorded(temporary ? schema : engineSchema, name);
    List<Attribute> attributes = new ArrayList<>();
    for (Column column : columns) {
      attributes.add(attribute(column, recorded.get(column.name())));
    }
    return new Answer(
        true, new Relation(entry.oid(), schema, name, entry.kind(), engineName, attributes));
  }

  /** Whether it is a view, which the engine can't bind then. */
  private boolean isView(List<String> engineName) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM duckdb_views() WHERE NOT internal AND database_name = $1 "
                + "AND schema_name = $2 AND view_name = $3")) {
      for (int i = 0; i < 3; i++) {
        statement.setString(i + 1, engineName.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** As the engine describes it. */
  private record Column(
      int number, String name, String type, boolean notNull, String defaultExpression) {}

  private List<Column> columns(List<String> engineName) {
    StringBuilder qualified = new StringBuilder();
    for (String part : engineName) {
      qualified.append(qualified.length() == 0 ? "" : ".").append(EngineNames.quote(part));
    }
    String sql =
        "SELECT cid, name, type, \"notnull\", dflt_value FROM pragma_table_info("
            + EngineNames.literal(qualified.toString())
            + ")";
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        columns.add(
            new Column(
                row.getInt(1) + 1,
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5)));
      }
    } catch (SQLException e) {
      // The engine's answer to a name that it doesn't know, or to a view that it can't bind.
      return null;
    }
    return columns;
  }

  private Relation sequence(String schema, List<String> engineName) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT o.number, q.sequence_oid FROM duckdb_sequences() q LEFT JOIN "
                + side
                + ".objects o ON NOT q.temporary AND o.class = 'r' "
                + "AND o.schema_name = q.schema_name AND o.object_name = q.sequence_name "
                + "WHERE q.database_name = $1 "
                + "AND q.schema_name = $2 AND q.sequence_name = $3")) {
      for (int i = 0; i < 3; i++) {
        statement.setString(i + 1, engineName.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Relation(
                EngineNames.objectOid(EngineNames.number(row, 1, 2)),
                schema,
                engineName.get(2),
                Relation.Kind.SEQUENCE,
                engineName,
                ContentLoader.SEQUENCE_ATTRIBUTES)
            : null;
      }
    }
  }

  private Entry entry(String engineSchema, String name) throws SQLException {
    String sql =
        "SELECT o.number, o.has_generated, m.view_name IS NOT NULL, EXISTS (SELECT 1 FROM "
            + "duckdb_views() v WHERE v.database_name = $3 AND v.schema_name = $1 "
            + "AND v.view_name = $2) FROM "
            + side
            + ".objects o LEFT JOIN "
            + side
            + ".materialized_views m ON m.schema_name = o.schema_name "
            + "AND m.view_name = o.object_name WHERE o.class = 'r' AND o.schema_name = $1 "
            + "AND o.object_name = $2";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, engineSchema);
      statement.setString(2, name);
      statement.setString(3, names.engineDatabase());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Relation.Kind kind =
            row.getBoolean(4)
                ? Relation.Kind.VIEW
                : row.getBoolean(3) ? Relation.Kind.MATERIALIZED_VIEW : Relation.Kind.TABLE;
        return new Entry(EngineNames.objectOid(row.getLong(1)), kind, row.getBoolean(2));
      }
    }
  }

  private Entry temporaryEntry(List<String> engineName) throws SQLException {
    if (temporaryEntries == null) {
      temporaryEntries = new HashMap<>();
      String sql =
          "SELECT database_name, schema_name, table_name, table_oid, 'r', "
              + "contains(sql, ' GENERATED ALWAYS AS(') FROM duckdb_tables() WHERE temporary "
              + "UNION ALL SELECT database_name, schema_name, view_name, view_oid, 'v', false "
              + "FROM duckdb_views() WHERE NOT internal AND temporary";
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          temporaryEntries.put(
              key(List.of(row.getString(1), row.getString(2), row.getString(3))),
              new Entry(
                  EngineNames.objectOid(EngineNames.unregistered(row.getLong(4))),
                  ContentLoader.kind(row.getString(5).charAt(0)),
                  row.getBoolean(6)));
        }
      }
    }
    return temporaryEntries.get(key(engineName));
  }

  private static String key(List<String> engineName) {
    return String.join("\0", engineName);
  }

  private Map<String, Recorded> recorded(String schema, String name) throws SQLException {
    String sql =
        "SELECT column_name, engine_type, coalesce(type_oid, 0), type_schema, type_name, typmod, "
            + "coalesce(generated, ''), coalesce(identity, '') FROM "
            + (schema.equals("pg_temp")
                ? EngineNames.qualified(EngineNames.ENGINE, TemporaryColumns.VIEW)
                : SideSchema.qualifiedName(names.engineDatabase()) + ".column_types")
            + " WHERE schema_name = $1 AND relation_name = $2";
    Map<String, Recorded> recorded = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      statement.setString(2, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          recorded.put(
              row.getString(1),
              new Recorded(
                  row.getString(2),
                  row.getInt(3),
                  row.getString(4),
                  row.getString(5),
                  row.getInt(6),
                  row.getString(7),
                  row.getString(8)));
        }
      }
    }
    return recorded;
  }

  private Attribute attribute(Column column, Recorded record) {
    boolean valid =
        record != null
            && (record.engineType().equals(column.type())
                || record.engineType().equals(baseType(column.type())));
    DuckDbTypes.Shown shown = valid ? declared(record) : null;
    if (shown == null) {
      shown = shownAs(column.type());
    }
    return ContentLoader.attribute(
        types(shown.type()),
        column.number(),
        column.name(),
        shown.type(),
        valid ? record.typmod() : shown.typmod(),
        column.notNull(),
        column.defaultExpression(),
        valid && !record.generated().isEmpty(),
        column.type(),
        valid ? record.identity() : "");
  }

  /** Users' types where they can matter to a column of this type. */
  private UserTypes types(PgType type) {
    return PgTypes.byOid(type.oid()) == null ? types.get() : null;
  }

  private DuckDbTypes.Shown declared(Recorded record) {
    PgType type = record.typeOid() != 0 ? PgTypes.byOid(record.typeOid()) : null;
    if (type == null) {
      type =
          record.typeOid() != 0
              ? types.get().byOid(record.typeOid())
              : types.get().byName(EngineNames.schema(record.typeSchema()), record.typeName());
    }
    return type == null ? null : new DuckDbTypes.Shown(type, record.typmod());
  }

  private DuckDbTypes.Shown shownAs(String engineType) {
    DuckDbTypes.Shown shown = DuckDbTypes.shownAs(engineType);
    if (shown.type() != null) {
      return shown;
    }
    boolean list = engineType.endsWith("]");
    PgType found = types.get().enumByText(baseType(engineType));
    if (found != null && list) {
      found = types.get().byOid(found.arrayOid());
    }
    PgType unknown = list ? PgTypes.arrayOf(PgTypes.TEXT) : PgTypes.TEXT;
    return new DuckDbTypes.Shown(found == null ? unknown : found, -1);
  }

  /** See the macro {@code base_type}. */
  private static String baseType(String engineType) {
    String text = engineType;
    while (text.endsWith("]")) {
      text = text.substring(0, text.lastIndexOf('['));
    }
    int parenthesis = text.startsWith("ENUM(") ? -1 : text.indexOf('(');
    return parenthesis < 0 ? text : text.substring(0, parenthesis);
  }
}
