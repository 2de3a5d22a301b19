package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.PgType;
import java.util.List;

/**
 * One column of a result, as RowDescription tells it.
 *
 * @param name the column's name
 * @param type PostgreSQL's type; null when only the engine knows it
 * @param typmod the type's modifier, -1 for none
 * @param levels lists within each other that an array is for the engine, otherwise 1
 * @param fields what is known of the fields of a record, or of an array's records; none for others
 * @param tableOid OID of the table that the column comes from unchanged, otherwise 0
 * @param attributeNumber {@code attnum} in that table, otherwise 0
 */
public record ResultColumn(
    String name,
    PgType type,
    int typmod,
    int levels,
    List<ResultColumn> fields,
    int tableOid,
    int attributeNumber) {

  public ResultColumn {
    fields = List.copyOf(fields);
  }

  /** A column of no array, or of one of one dimension. */
  public ResultColumn(String name, PgType type, int typmod, int tableOid, int attributeNumber) {
    this(name, type, typmod, 1, List.of(), tableOid, attributeNumber);
  }

  /** A computed column. */
  public static ResultColumn of(String name, PgType type) {
    return new ResultColumn(name, type, -1, 0, 0);
  }
}
