package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's types of columns of temporary tables and views. Rows like those of the side schema's
 * {@code column_types} lie in a temporary table of the session, so that they come and go with its
 * transactions and end with it.
 */
final class TemporaryColumns {
  /** The view of the engine schema that shows the session's rows, or none. */
  static final String VIEW = "temporary_column_types";

  private static final String TABLE = EngineTables.table("engine." + VIEW);

  private final String side;
  private final SideColumns columns;

  /**
   * @param side the side schema
   * @param snapshot tells the labels and base types of users' types
   */
  TemporaryColumns(String side, CatalogSnapshot snapshot) {
    this.side = side;
    columns = new SideColumns(TABLE, snapshot);
  }

  /** Statements that keep what is known of a new relation, and forget an older one of its name. */
  List<String> created(String schema, String relation, List<ColumnRecord> records) {
    List<String> statements = dropped(relation);
    columns.insert(statements, schema, relation, records);
    return statements;
  }

  /** Statements that forget a relation. */
  List<String> dropped(String relation) {
    return changed("DELETE FROM " + TABLE + " WHERE " + named(relation));
  }

  /** Statements for a column with another type, default or origin of its values. */
  List<String> columnChanged(String schema, String relation, ColumnRecord column) {
    List<String> statements = columnDropped(relation, column.name());
    columns.insert(statements, schema, relation, List.of(column));
    return statements;
  }

  /** Statements that forget a column. */
  List<String> columnDropped(String relation, String column) {
    return changed(
        "DELETE FROM "
            + TABLE
            + " WHERE "
            + named(relation)
            + " AND column_name = "
            + literal(column));
  }

  /** Statements for a column of another name. */
  List<String> columnRenamed(String relation, String from, String to) {
    return changed(
        "UPDATE "
            + TABLE
            + " SET column_name = "
            + literal(to)
            + " WHERE "
            + named(relation)
            + " AND column_name = "
            + literal(from));
  }

  /** Statements for a relation of another name. */
  List<String> relationRenamed(String from, String to) {
    return changed(
        "UPDATE " + TABLE + " SET relation_name = " + literal(to) + " WHERE " + named(from));
  }

  private List<String> changed(String statement) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TEMP TABLE IF NOT EXISTS "
            + TABLE
            + " AS SELECT * FROM "
            + side
            + ".column_types LIMIT 0");
    statements.add(statement);
    return statements;
  }

  private static String named(String relation) {
    return "relation_name = " + literal(relation);
  }
}
