package io.duckgres.catalog;

import io.duckgres.pgtype.TabSeparated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All relations of {@code pg_catalog} and {@code information_schema}, read from {@code
 * relation-columns.tsv}, which was recorded on PostgreSQL 17.10.
 */
final class CatalogRelations {
  private static final Map<String, CatalogRelation> BY_NAME = new LinkedHashMap<>();

  static {
    List<CatalogColumn> columns = new ArrayList<>();
    TabSeparated.Row previous = null;
    for (TabSeparated.Row row : TabSeparated.read(CatalogRelations.class, "relation-columns.tsv")) {
      if (previous != null && !row.get("oid").equals(previous.get("oid"))) {
        add(previous, columns);
        columns.clear();
      }
      columns.add(CatalogColumn.of(row.get("column"), row.get("type"), row.getBoolean("not_null")));
      previous = row;
    }
    add(previous, columns);
  }

  /** Recorded tables that are no relations of PostgreSQL's but results of its functions. */
  private static final Map<String, CatalogRelation> FUNCTION_RESULTS =
      Map.of(
          "keywords", texts("keywords", "word", "catcode", "barelabel", "catdesc", "baredesc"),
          "index_texts", texts("index_texts", "oid", "definition"),
          "constraint_texts", texts("constraint_texts", "oid", "definition", "pretty_definition"),
          "function_texts",
              texts("function_texts", "oid", "arguments", "identity_arguments", "result"));

  private CatalogRelations() {}

  /** All of them, in the order of the file. */
  static Collection<CatalogRelation> all() {
    return Collections.unmodifiableCollection(BY_NAME.values());
  }

  /** The relation of this schema and name, or null. */
  static CatalogRelation find(String schema, String name) {
    return BY_NAME.get(schema + "." + name);
  }

  /** The relation of this name in {@code pg_catalog}, else in {@code information_schema}. */
  static CatalogRelation find(String name) {
    CatalogRelation relation = find("pg_catalog", name);
    return relation != null ? relation : find("information_schema", name);
  }

  /** The names of the columns of a relation, or of a result of a session's function. */
  static List<String> columnNames(String name) {
    return find(name).columns().stream().map(CatalogColumn::name).toList();
  }

  /** The relation, or the function result, whose rows were recorded under this name. */
  static CatalogRelation ofStaticRows(String name) {
    CatalogRelation result = FUNCTION_RESULTS.get(name);
    return result != null ? result : find(name);
  }

  private static CatalogRelation texts(String name, String... columns) {
    List<CatalogColumn> all = new ArrayList<>();
    for (String column : columns) {
      String type =
          switch (column) {
            case "oid" -> "oid";
            case "barelabel" -> "boolean";
            default -> "text";
          };
      all.add(CatalogColumn.of(column, type, false));
    }
    return new CatalogRelation("pg_catalog", name, 'r', 0, all);
  }

  private static void add(TabSeparated.Row row, List<CatalogColumn> columns) {
    CatalogRelation relation =
        new CatalogRelation(
            row.get("schema"),
            row.get("relation"),
            row.get("kind").charAt(0),
            row.getInt("oid"),
            columns);
    BY_NAME.put(relation.toString(), relation);
  }
}
