package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The register of users' objects: the side schema's {@code objects}. An object's number, drawn from
 * a sequence when the object is registered, gives its OIDs ({@code 16384 + 4 * number} and the
 * three that follow). It goes with the object through renames and rebuilds, and is never given
 * again.
 */
final class SideObjects {
  /** Tables, views and sequences. */
  static final String RELATION = "r";

  /** Indexes that are no constraint's. */
  static final String INDEX = "i";

  /** Domains, enums and composite types. */
  static final String TYPE = "t";

  /** Schemas. */
  static final String SCHEMA = "n";

  /** Constraints, with the name of their table. */
  static final String CONSTRAINT = "k";

  /** Statistics objects. */
  static final String STATISTICS = "x";

  /** Macros. */
  static final String FUNCTION = "f";

  /** Name of the sequence of numbers. */
  static final String NUMBERS = "object_numbers";

  private final String side;

  SideObjects(String side) {
    this.side = side;
  }

  /** The call that draws a number. */
  static String nextNumber(String side) {
    return "nextval(" + literal(side + "." + NUMBERS) + ")";
  }

  /** A table and its constraints, all of which are new. */
  String newTable(String schema, String table, Collection<String> constraints) {
    List<String> rows = new ArrayList<>();
    rows.add(row(RELATION, schema, "", table));
    constraints.forEach(constraint -> rows.add(row(CONSTRAINT, schema, table, constraint)));
    return "INSERT INTO " + side + ".objects VALUES " + String.join(", ", rows);
  }

  /** An object, unless it is registered. */
  String present(String kind, String schema, String table, String name) {
    return "INSERT INTO "
        + side
        + ".objects SELECT "
        + values(kind, schema, table, name)
        + " WHERE NOT EXISTS (SELECT 1 FROM "
        + side
        + ".objects WHERE "
        + condition(kind, schema, table, name)
        + ")";
  }

  /** An object is gone. */
  String gone(String kind, String schema, String table, String name) {
    return "DELETE FROM " + side + ".objects WHERE " + condition(kind, schema, table, name);
  }

  /** A table, view or sequence is gone, with constraints and indexes; before its other rows are. */
  String relationGone(String schema, String name) {
    String in = "schema_name = " + SideSql.schemaLiteral(schema);
    return "DELETE FROM "
        + side
        + ".objects WHERE "
        + in
        + " AND (class = 'r' AND object_name = "
        + literal(name)
        + " OR class = 'k' AND table_name = "
        + literal(name)
        + " OR class = 'i' AND object_name IN (SELECT index_name FROM "
        + side
        + ".indexes WHERE "
        + in
        + " AND table_name = "
        + literal(name)
        + "))";
  }

  /** Indexes are gone: those of the side schema's rows that meet a condition. */
  String indexesGone(String schema, String condition) {
    return "DELETE FROM "
        + side
        + ".objects WHERE class = 'i' AND schema_name = "
        + SideSql.schemaLiteral(schema)
        + " AND object_name IN (SELECT index_name FROM "
        + side
        + ".indexes WHERE "
        + condition
        + ")";
  }

  /** A schema is gone with all that was in it. */
  String schemaGone(String schema) {
    String name = SideSql.schemaLiteral(schema);
    return "DELETE FROM "
        + side
        + ".objects WHERE schema_name = "
        + name
        + " OR class = 'n' AND object_name = "
        + name;
  }

  /** A table's constraints, but for foreign keys, are these. */
  List<String> constraints(String schema, String table, Collection<String> names) {
    List<String> statements = new ArrayList<>();
    String of =
        "schema_name = " + SideSql.schemaLiteral(schema) + " AND table_name = " + literal(table);
    String kept = names.stream().map(EngineNames::literal).collect(Collectors.joining(", "));
    statements.add(
        "DELETE FROM "
            + side
            + ".objects WHERE class = 'k' AND "
            + of
            + (kept.isEmpty() ? "" : " AND object_name NOT IN (" + kept + ")")
            + " AND object_name NOT IN (SELECT constraint_name FROM "
            + side
            + ".foreign_keys WHERE "
            + of
            + ")");
    names.forEach(name -> statements.add(present(CONSTRAINT, schema, table, name)));
    return statements;
  }

  /** An object that belongs to no table is elsewhere, or called otherwise. */
  String moved(String kind, String schema, String from, String newSchema, String to) {
    return "UPDATE "
        + side
        + ".objects SET schema_name = "
        + literal(schemaName(kind, newSchema))
        + ", object_name = "
        + literal(to)
        + " WHERE "
        + condition(kind, schema, "", from);
  }

  /** A constraint has another name. */
  String constraintRenamed(String schema, String table, String from, String to) {
    return "UPDATE "
        + side
        + ".objects SET object_name = "
        + literal(to)
        + " WHERE "
        + condition(CONSTRAINT, schema, table, from);
  }

  /** An index has another name. */
  String indexRenamed(String schema, String from, String to) {
    return "UPDATE "
        + side
        + ".objects SET object_name = "
        + literal(to)
        + " WHERE "
        + condition(INDEX, schema, "", from);
  }

  /** A table, view or sequence has another name. */
  List<String> relationRenamed(String schema, String from, String to) {
    return List.of(
        "UPDATE "
            + side
            + ".objects SET object_name = "
            + literal(to)
            + " WHERE "
            + condition(RELATION, schema, "", from),
        "UPDATE "
            + side
            + ".objects SET table_name = "
            + literal(to)
            + " WHERE class = 'k' AND schema_name = "
            + SideSql.schemaLiteral(schema)
            + " AND table_name = "
            + literal(from));
  }

  private String row(String kind, String schema, String table, String name) {
    return "(" + values(kind, schema, table, name) + ")";
  }

  private String values(String kind, String schema, String table, String name) {
    return String.join(
        ", ",
        nextNumber(side),
        literal(kind),
        literal(schemaName(kind, schema)),
        literal(table),
        literal(name),
        "false");
  }

  private static String condition(String kind, String schema, String table, String name) {
    return "class = "
        + literal(kind)
        + " AND schema_name = "
        + literal(schemaName(kind, schema))
        + " AND table_name = "
        + literal(table)
        + " AND object_name = "
        + literal(name);
  }

  /** Schemas are in none. */
  private static String schemaName(String kind, String schema) {
    return kind.equals(SCHEMA) ? "" : EngineNames.engineSchema(schema);
  }
}
