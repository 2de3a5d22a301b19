package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.reference.RaisedSql;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys of a unique index in the engine, in which rows with a null among their keys never
 * collide: those outside of a partial index get null keys, and with NULLS NOT DISTINCT a null
 * becomes a value, beside which stands that it was one.
 *
 * <p>Source of messages: {@code src/backend/utils/sort/tuplesortvariants.c}
 * (comparetup_index_btree_tiebreak).
 */
final class UniqueKeys {
  /** A value of each type, for nulls. */
  private static final Map<String, String> ANY_VALUE =
      Map.ofEntries(
          Map.entry("BOOLEAN", "false"),
          Map.entry("SMALLINT", "0"),
          Map.entry("INTEGER", "0"),
          Map.entry("BIGINT", "0"),
          Map.entry("FLOAT", "0"),
          Map.entry("DOUBLE", "0"),
          Map.entry("VARCHAR", "''"),
          Map.entry("DATE", "'2000-01-01'"),
          Map.entry("TIME", "'00:00:00'"),
          Map.entry("TIMESTAMP", "'2000-01-01'"),
          Map.entry("TIMESTAMP WITH TIME ZONE", "'2000-01-01 00:00:00+00'"),
          Map.entry("UUID", "'00000000-0000-0000-0000-000000000000'"));

  private final Relation table;
  private final List<String> keys;
  private final IndexRecord record;
  private final String predicate;

  /**
   * @param keys the keys in the engine's SQL
   * @param predicate the predicate in the engine's SQL, or null
   */
  UniqueKeys(Relation table, List<String> keys, IndexRecord record, String predicate) {
    this.table = table;
    this.keys = keys;
    this.record = record;
    this.predicate = predicate;
  }

  /** The record of the index of a constraint UNIQUE NULLS NOT DISTINCT. */
  static IndexRecord constraint(String table, List<String> columns) {
    return new IndexRecord(
        table,
        "btree",
        true,
        columns.stream().map(c -> new IndexRecord.Key(c, null, null, null, 0)).toList(),
        List.of(),
        null,
        true,
        true);
  }

  /** The keys of the engine's index. */
  List<String> engineKeys() {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (record.nullsNotDistinct()) {
        result.add(where(keys.get(i) + " IS NULL"));
        result.add(where("coalesce(" + keys.get(i) + ", " + anyValue(i) + ")"));
      } else if (predicate != null) {
        result.add(where(keys.get(i)));
      } else {
        result.add(keys.get(i));
      }
    }
    return result;
  }

  private String where(String key) {
    return predicate == null
        ? "(" + key + ")"
        : "(CASE WHEN " + predicate + " THEN " + key + " END)";
  }

  private String anyValue(int index) {
    String column = record.keys().get(index).column();
    Attribute attribute = column == null ? null : table.attribute(column);
    String type = attribute == null ? null : attribute.engineType();
    String value = type == null ? null : type.startsWith("DECIMAL") ? "0" : ANY_VALUE.get(type);
    if (value == null) {
      throw PgException.notSupported("NULLS NOT DISTINCT over this key");
    }
    return "CAST(" + value + " AS " + type + ")";
  }

  /** A query that raises 23505 when rows collide already. */
  String check(String name) {
    List<String> conditions = new ArrayList<>();
    if (predicate != null) {
      conditions.add("(" + predicate + ")");
    }
    if (!record.nullsNotDistinct()) {
      keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
    }
    String texts = String.join(", ", record.keyTexts());
    StringBuilder detail = new StringBuilder(Identifiers.literal("Key (" + texts + ")=("));
    for (int i = 0; i < keys.size(); i++) {
      detail.append(i == 0 ? " || " : " || ', ' || ");
      detail.append("coalesce(CAST(").append(keys.get(i)).append(" AS VARCHAR), 'null')");
    }
    detail.append(" || ").append(Identifiers.literal(") is duplicated."));
    return "SELECT "
        + RaisedSql.error(
            SqlState.UNIQUE_VIOLATION,
            "could not create unique index \"" + name + "\"",
            detail.toString(),
            table.schema(),
            table.name(),
            name)
        + " FROM "
        + EngineSql.name(table.engineName())
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
        + " GROUP BY "
        + keys.stream().collect(Collectors.joining(", "))
        + " HAVING count(*) > 1 LIMIT 1";
  }
}
