package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import java.util.List;
import java.util.stream.Collectors;

/** How statements over the tables of the side schema are spelled. */
record SideSql(String side) {
  /** Rows about an object are removed. */
  String delete(String sideTable, String nameColumn, String schema, String name) {
    return "DELETE FROM " + side + "." + sideTable + " WHERE " + named(nameColumn, schema, name);
  }

  /**
   * Rows about an object are changed.
   *
   * @param change what follows SET
   */
  String update(String sideTable, String change, String nameColumn, String schema, String name) {
    return update(sideTable, change, named(nameColumn, schema, name));
  }

  /** Rows that meet a condition are changed. */
  String update(String sideTable, String change, String condition) {
    return "UPDATE " + side + "." + sideTable + " SET " + change + " WHERE " + condition;
  }

  static String named(String nameColumn, String schema, String name) {
    return "schema_name = " + schemaLiteral(schema) + " AND " + nameColumn + " = " + literal(name);
  }

  /** The engine's name of a schema. */
  static String schemaLiteral(String schema) {
    return literal(EngineNames.engineSchema(schema));
  }

  static String nullable(Object value) {
    return value == null ? "NULL" : literal(value.toString());
  }

  /** A list; elements may be null. */
  static String texts(List<String> texts) {
    return texts.stream()
        .map(SideSql::nullable)
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
  }

  /** Temporary objects have no rows. */
  static boolean isTemporary(String schema) {
    return schema.equals("pg_temp");
  }
}
