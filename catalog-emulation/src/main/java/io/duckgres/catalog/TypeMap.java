package io.duckgres.catalog;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The engine's built-in types and what they are shown as, and how PostgreSQL spells its own types,
 * as tables of the engine schema.
 */
final class TypeMap {
  private static final List<String> ENGINE_TYPES =
      List.of(
          "BOOLEAN",
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "BIGNUM",
          "FLOAT",
          "DOUBLE",
          "DECIMAL",
          "VARCHAR",
          "BLOB",
          "BIT",
          "DATE",
          "TIME",
          "TIME_NS",
          "TIME WITH TIME ZONE",
          "TIMESTAMP",
          "TIMESTAMP_S",
          "TIMESTAMP_MS",
          "TIMESTAMP_NS",
          "TIMESTAMP WITH TIME ZONE",
          "INTERVAL",
          "UUID",
          "JSON",
          "STRUCT",
          "MAP",
          "UNION",
          "VARIANT",
          "\"NULL\"");

  private TypeMap() {}

  /** Keys of the tables that {@link #install} creates. */
  static List<String> keys() {
    return List.of("engine.type_map", "engine.builtin_type_spellings");
  }

  /**
   * Creates the tables {@code type_map(engine_type, type_oid, array_oid)} and {@code
   * builtin_type_spellings(oid, spelling, base_oid, brackets)}.
   *
   * @param run executes the statement (second) that installs what the first argument names
   */
  static void install(BiConsumer<String, String> run) {
    create(run, "type_map", "engine_type, type_oid, array_oid", typeRows());
    run.accept(
        "builtin_type_spellings",
        "CREATE TABLE "
            + EngineNames.qualified(EngineNames.ENGINE, "builtin_type_spellings")
            + " (oid BIGINT, spelling VARCHAR, base_oid BIGINT, brackets VARCHAR)");
  }

  private static void create(
      BiConsumer<String, String> run, String table, String columns, String rows) {
    String name = EngineNames.qualified(EngineNames.ENGINE, table);
    run.accept(
        table,
        "CREATE TABLE " + name + " AS SELECT * FROM (VALUES " + rows + ") AS t(" + columns + ")");
  }

  /** Fills {@code builtin_type_spellings}. */
  static void load(DuckDBConnection connection) throws SQLException {
    try (DuckDBAppender appender =
        connection.createAppender(
            EngineNames.DATABASE, EngineNames.ENGINE, "builtin_type_spellings")) {
      for (PgType type : PgTypes.all()) {
        boolean vector = type.equals(PgTypes.INT2VECTOR) || type.equals(PgTypes.OIDVECTOR);
        PgType base = type.isArray() && !vector ? PgTypes.elementOf(type) : type;
        String schema = type.schema().equals("information_schema") ? type.schema() + "." : "";
        appender.beginRow();
        appender.append((long) type.oid());
        appender.append(schema + TypeNames.format(base));
        appender.append((long) base.oid());
        appender.append(base == type ? "" : "[]");
        appender.endRow();
      }
    }
  }

  private static String typeRows() {
    StringBuilder rows = new StringBuilder();
    for (String engineType : ENGINE_TYPES) {
      PgType type = DuckDbTypes.shownAs(engineType).type();
      if (type == null) {
        throw new IllegalStateException("no counterpart for " + engineType);
      }
      rows.append(rows.length() == 0 ? "(" : ", (").append(EngineNames.literal(engineType));
      rows.append(", ").append(type.oid()).append("::BIGINT, ");
      rows.append(type.arrayOid()).append("::BIGINT)");
    }
    return rows.toString();
  }
}
