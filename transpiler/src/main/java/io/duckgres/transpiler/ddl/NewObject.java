package io.duckgres.transpiler.ddl;

import java.util.List;

/**
 * Where a new object goes.
 *
 * @param schema as PostgreSQL names it
 * @param name its own name
 * @param engineName for the engine, all parts
 */
record NewObject(String schema, String name, List<String> engineName) {
  NewObject {
    engineName = List.copyOf(engineName);
  }

  boolean temporary() {
    return schema.equals(ObjectLookup.TEMPORARY);
  }

  /** The word that makes the engine create it as a temporary object. */
  String temporaryWord() {
    return temporary() ? "TEMPORARY " : "";
  }

  /** Its name in the engine's SQL. */
  String sql() {
    return EngineSql.name(engineName);
  }

  /** Another object in the same schema. */
  NewObject sibling(String otherName) {
    List<String> parts = new java.util.ArrayList<>(engineName);
    parts.set(parts.size() - 1, otherName);
    return new NewObject(schema, otherName, parts);
  }

  /**
   * Its name for clauses in which the engine takes no database: schema and name; the name alone in
   * the temporary schema.
   */
  String shortSql() {
    int size = engineName.size();
    return temporary() || size < 2
        ? EngineSql.name(name)
        : EngineSql.name(engineName.subList(size - 2, size));
  }

  /** Schema and name, the most that the engine takes as the owner of a sequence. */
  String ownerSql() {
    int size = engineName.size();
    return EngineSql.name(engineName.subList(Math.max(size - 2, 0), size));
  }
}
