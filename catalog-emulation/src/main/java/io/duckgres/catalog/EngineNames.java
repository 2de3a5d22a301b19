package io.duckgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Names of databases and schemas in the engine, and their counterparts in PostgreSQL. */
public final class EngineNames {
  /** The attached in-memory database that holds the emulation. */
  public static final String DATABASE = "duckgres";

  /** Schema of {@link #DATABASE} with the relations and functions of {@code pg_catalog}. */
  public static final String PG_CATALOG = "pg_catalog_";

  /** Schema of {@link #DATABASE} with those of {@code information_schema}. */
  public static final String INFORMATION_SCHEMA = "information_schema_";

  /** The engine's schema that clients know as {@code public}. */
  public static final String MAIN = "main";

  /** The engine's database of temporary objects. */
  public static final String TEMP_DATABASE = "temp";

  /** The hidden schema in the user's database; see {@link SideSchema}. */
  public static final String SIDE_SCHEMA = "_duckgres";

  static final String STATIC = "static_";
  static final String ENGINE = "engine_";

  private static final int FIRST_OID = 16384;

  /** Numbers from here on are those of objects that are not registered, temporary ones say. */
  private static final long UNREGISTERED = 8388608;

  private EngineNames() {}

  /** The engine's name of a schema of the user's database: {@code public} is {@code main}. */
  public static String engineSchema(String schema) {
    return schema.equals("public") ? MAIN : schema;
  }

  /** PostgreSQL's name of a schema of the user's database: {@code main} is {@code public}. */
  public static String schema(String engineSchema) {
    return engineSchema.equals(MAIN) ? "public" : engineSchema;
  }

  /** The schema of {@link #DATABASE} for a system schema, or null for any other. */
  static String emulatedSchema(String schema) {
    return switch (schema) {
      case "pg_catalog" -> PG_CATALOG;
      case "information_schema" -> INFORMATION_SCHEMA;
      default -> null;
    };
  }

  /** The qualified name of something in the emulation database. */
  static String qualified(String schema, String name) {
    return DATABASE + "." + schema + "." + quote(name);
  }

  /** The identifier in double quotes. */
  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The string as a literal. */
  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** The OID of an object from its number; the macro {@code object_oid} says the same. */
  static int objectOid(long number) {
    return (int) (FIRST_OID + 4 * number);
  }

  /** The number of the object that has this OID, or whose row or array type has it. */
  static long number(int oid) {
    return (Integer.toUnsignedLong(oid) - FIRST_OID) / 4;
  }

  /**
   * The number of an object that is not registered, from the engine's OID; the macro {@code number}
   * says the same.
   */
  static long unregistered(long engineOid) {
    return UNREGISTERED + engineOid % UNREGISTERED;
  }

  /** The number in a row's column, or that of an unregistered object from the engine's OID. */
  static long number(ResultSet row, int registered, int engineOid) throws SQLException {
    long number = row.getLong(registered);
    return row.wasNull() ? unregistered(row.getLong(engineOid)) : number;
  }
}
