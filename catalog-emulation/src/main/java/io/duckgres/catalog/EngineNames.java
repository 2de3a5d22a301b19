package io.duckgres.catalog;

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

  /** The OID of an object from the engine's own; the macro {@code object_oid} says the same. */
  static int objectOid(long engineOid) {
    return (int) (16384 + 4 * engineOid);
  }
}
