package io.duckgres.transpiler.reference;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.RowChange;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One foreign key in the engine's SQL. Checks are queries that give a row, or raise PostgreSQL's
 * error, when a row violates it.
 *
 * <p>Source of messages: {@code src/backend/utils/adt/ri_triggers.c} (ri_ReportViolation).
 */
public final class ReferenceSql {
  private final ForeignKey key;
  private final Relation child;
  private final Relation parent;

  private ReferenceSql(ForeignKey key, Relation child, Relation parent) {
    this.key = key;
    this.child = child;
    this.parent = parent;
  }

  /** The foreign key over the tables of a catalog. */
  public static ReferenceSql of(ForeignKey key, CatalogSnapshot catalog) {
    return new ReferenceSql(
        key,
        catalog.relation(key.schema(), key.table()),
        catalog.relation(key.referencedSchema(), key.referencedTable()));
  }

  /** The foreign key of a table that is about to get it. */
  public static ReferenceSql of(ForeignKey key, Relation child, Relation parent) {
    return new ReferenceSql(key, child, parent);
  }

  /** Checks all referencing rows. */
  public List<String> checkAll(boolean raises) {
    return referencing(name(child), UnaryOperator.identity(), raises);
  }

  /**
   * Checks referencing rows with identifiers from {@code first} on: those of rows that the
   * transaction has inserted are above all others.
   */
  public List<String> checkInserted(long first, boolean raises) {
    return referencing(
        "(SELECT * FROM " + name(child) + " WHERE rowid >= " + first + ")",
        UnaryOperator.identity(),
        raises);
  }

  /** Checks the rows that a captured update has made. */
  public List<String> checkUpdated(String captured, boolean raises) {
    return referencing(Identifiers.quote(captured), column -> RowChange.NEW + column, raises);
  }

  private List<String> referencing(String from, UnaryOperator<String> column, boolean raises) {
    List<String> checks = new ArrayList<>();
    List<String> columns = key.columns();
    if (key.full() && columns.size() > 1) {
      String some = each(i -> quoted(column, i) + " IS NULL", " OR ");
      String others = each(i -> quoted(column, i) + " IS NOT NULL", " OR ");
      String detail =
          Identifiers.literal("MATCH FULL does not allow mixing of null and nonnull key values.");
      checks.add(
          "SELECT "
              + (raises ? missing(detail) : "1")
              + " FROM "
              + from
              + " WHERE ("
              + some
              + ") AND ("
              + others
              + ") LIMIT 1");
    }
    String detail =
        RaisedSql.key(columns, " is not present in table \"" + key.referencedTable() + "\".");
    checks.add(
        "SELECT "
            + (raises ? missing(detail) : "1")
            + " FROM (SELECT "
            + each(i -> quoted(column, i) + " AS " + Identifiers.quote(columns.get(i)), ", ")
            + " FROM "
            + from
            + " WHERE "
            + each(i -> quoted(column, i) + " IS NOT NULL", " AND ")
            + ") AS v ANTI JOIN "
            + name(parent)
            + " AS p ON "
            + each(i -> "p." + referenced(i) + " = v." + Identifiers.quote(columns.get(i)), " AND ")
            + " LIMIT 1");
    return checks;
  }

  private String quoted(UnaryOperator<String> column, int index) {
    return Identifiers.quote(column.apply(key.columns().get(index)));
  }

  private String missing(String detail) {
    String message =
        "insert or update on table \""
            + key.table()
            + "\" violates foreign key constraint \""
            + key.name()
            + "\"";
    return RaisedSql.error(
        SqlState.FOREIGN_KEY_VIOLATION, message, detail, key.schema(), key.table(), key.name());
  }

  /**
   * Checks that nobody refers to keys that are gone.
   *
   * @param evenIfThere whether a key may not be referred to although the table has it again
   */
  public String checkGone(RowChange change, boolean evenIfThere, boolean raises) {
    List<String> columns = key.referencedColumns();
    String message =
        "update or delete on table \""
            + key.referencedTable()
            + "\" violates foreign key constraint \""
            + key.name()
            + "\" on table \""
            + key.table()
            + "\"";
    String detail =
        RaisedSql.key(columns, " is still referenced from table \"" + key.table() + "\".");
    String error =
        RaisedSql.error(
            SqlState.FOREIGN_KEY_VIOLATION, message, detail, key.schema(), key.table(), key.name());
    return "SELECT "
        + (raises ? error : "1")
        + " FROM (SELECT DISTINCT "
        + each(i -> old(i) + " AS " + referenced(i), ", ")
        + " FROM "
        + gone(change)
        + ") AS v SEMI JOIN "
        + name(child)
        + " AS c ON "
        + each(i -> "c." + column(i) + " = v." + referenced(i), " AND ")
        + (evenIfThere
            ? ""
            : " ANTI JOIN "
                + name(parent)
                + " AS p ON "
                + each(i -> "p." + referenced(i) + " = v." + referenced(i), " AND "))
        + " LIMIT 1";
  }

  /** The captured rows whose key is gone, with the condition that tells them. */
  private String gone(RowChange change) {
    String table = Identifiers.quote(change.captured());
    return change.kind() == RowChange.Kind.DELETE
        ? table
        : table + " WHERE " + each(i -> old(i) + " IS DISTINCT FROM " + newer(i), " OR ");
  }

  /**
   * The keys that are gone, old ones as {@code o0 …} and those that follow them as {@code n0 …}.
   */
  private String goneKeys(RowChange change) {
    boolean updated = change.kind() == RowChange.Kind.UPDATE;
    return "(SELECT DISTINCT "
        + each(i -> old(i) + " AS o" + i, ", ")
        + (updated ? ", " + each(i -> newer(i) + " AS n" + i, ", ") : "")
        + " FROM "
        + gone(change)
        + ") AS v";
  }

  /** Deletes the rows that refer to deleted ones. */
  public String delete(RowChange change) {
    return "DELETE FROM "
        + name(child)
        + " AS c USING "
        + goneKeys(change)
        + " WHERE "
        + refersToGone();
  }

  private String refersToGone() {
    return each(i -> "c." + column(i) + " = v.o" + i, " AND ");
  }

  /**
   * Captures the rows that refer to deleted ones.
   *
   * @param table the temporary table
   * @param columns the referencing table's columns that foreign keys are about
   */
  public String captureDeleted(RowChange change, String table, Set<String> columns) {
    List<String> items = new ArrayList<>();
    items.add("c.rowid AS " + RowChange.ROW);
    for (String column : columns) {
      items.add(
          "c." + Identifiers.quote(column) + " AS " + Identifiers.quote(RowChange.OLD + column));
    }
    return capture(change, table, items);
  }

  /** The same for rows that an action updates. */
  public String captureUpdated(
      RowChange change, ForeignKey.Action action, String table, Set<String> columns) {
    Map<String, String> assigned = assignments(change, action);
    List<String> items = new ArrayList<>();
    items.add("c.rowid AS " + RowChange.ROW);
    for (String column : columns) {
      String value = "c." + Identifiers.quote(column);
      items.add(value + " AS " + Identifiers.quote(RowChange.OLD + column));
      String type = child.attribute(column).engineType();
      String newValue =
          assigned.containsKey(column)
              ? "CAST(" + assigned.get(column) + " AS " + type + ")"
              : value;
      items.add(newValue + " AS " + Identifiers.quote(RowChange.NEW + column));
    }
    return capture(change, table, items);
  }

  private String capture(RowChange change, String table, List<String> items) {
    return "CREATE OR REPLACE TEMP TABLE "
        + Identifiers.quote(table)
        + " AS SELECT "
        + String.join(", ", items)
        + " FROM "
        + name(child)
        + " AS c JOIN "
        + goneKeys(change)
        + " ON "
        + refersToGone();
  }

  /** Deletes the captured rows. */
  public String deleteCaptured(String captured) {
    return "DELETE FROM "
        + name(child)
        + " WHERE rowid IN (SELECT "
        + RowChange.ROW
        + " FROM "
        + Identifiers.quote(captured)
        + ")";
  }

  /** Carries out an action that updates the rows that refer to changed ones. */
  public String update(RowChange change, ForeignKey.Action action) {
    return "UPDATE "
        + name(child)
        + " AS c SET "
        + assignments(change, action).entrySet().stream()
            .map(e -> Identifiers.quote(e.getKey()) + " = " + e.getValue())
            .collect(Collectors.joining(", "))
        + " FROM "
        + goneKeys(change)
        + " WHERE "
        + refersToGone();
  }

  /** The columns that an action sets. */
  public Set<String> updated(RowChange change, ForeignKey.Action action) {
    return assignments(change, action).keySet();
  }

  private Map<String, String> assignments(RowChange change, ForeignKey.Action action) {
    Map<String, String> assigned = new LinkedHashMap<>();
    boolean some = change.kind() == RowChange.Kind.DELETE && !key.setColumns().isEmpty();
    for (int i = 0; i < key.columns().size(); i++) {
      String column = key.columns().get(i);
      if (action == ForeignKey.Action.CASCADE) {
        assigned.put(column, "v.n" + i);
      } else if (!some || key.setColumns().contains(column)) {
        Attribute attribute = child.attribute(column);
        String value =
            action == ForeignKey.Action.SET_NULL || attribute.defaultExpression() == null
                ? "NULL"
                : attribute.defaultExpression();
        assigned.put(column, value);
      }
    }
    return assigned;
  }

  private String old(int index) {
    return Identifiers.quote(RowChange.OLD + key.referencedColumns().get(index));
  }

  private String newer(int index) {
    return Identifiers.quote(RowChange.NEW + key.referencedColumns().get(index));
  }

  private String column(int index) {
    return Identifiers.quote(key.columns().get(index));
  }

  private String referenced(int index) {
    return Identifiers.quote(key.referencedColumns().get(index));
  }

  private String each(IntFunction<String> part, String separator) {
    return IntStream.range(0, key.columns().size())
        .mapToObj(part)
        .collect(Collectors.joining(separator));
  }

  /** The referencing table's name for the engine, all parts. */
  public List<String> childName() {
    return child.engineName();
  }

  private static String name(Relation relation) {
    return relation.engineName().stream().map(Identifiers::quote).collect(Collectors.joining("."));
  }
}
