package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.IndexRecord;
import java.util.List;

/** Rows of the side schema's {@code indexes}. */
final class SideIndexes {
  private SideIndexes() {}

  /** The statement that keeps an index' record. */
  static String insert(String side, String schema, String index, IndexRecord record) {
    List<IndexRecord.Key> keys = record.keys();
    return "INSERT INTO "
        + side
        + ".indexes VALUES ("
        + String.join(
            ", ",
            SideSql.schemaLiteral(schema),
            EngineNames.literal(index),
            EngineNames.literal(record.method()),
            SideSql.texts(keys.stream().map(IndexRecord.Key::column).toList()),
            SideSql.texts(keys.stream().map(IndexRecord.Key::expression).toList()),
            SideSql.texts(keys.stream().map(IndexRecord.Key::operatorClass).toList()),
            keys.stream().map(IndexRecord.Key::options).toList() + "::SMALLINT[]",
            keys.stream().map(key -> oid(key.type())).toList() + "::BIGINT[]",
            SideSql.texts(record.included()),
            SideSql.nullable(record.predicate()),
            EngineNames.literal(record.table()),
            Boolean.toString(record.unique()),
            Boolean.toString(record.nullsNotDistinct()),
            Boolean.toString(record.constraint()))
        + ")";
  }

  /** The OID of a type of PostgreSQL's own; users' types are found by the key's column. */
  private static String oid(PgType type) {
    return type == null || !type.schema().equals("pg_catalog")
        ? "NULL"
        : Integer.toUnsignedString(type.oid());
  }
}
