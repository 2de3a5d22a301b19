package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.math.BigInteger;
import java.util.Objects;

/**
 * What the engine's catalog does not say of a sequence, for {@link ColumnTypeRecords}.
 *
 * @param start START WITH, where RESTART goes back to
 * @param type smallint, integer or bigint
 * @param table the table that owns it, in the same schema; null without an owner
 * @param column the owning column; null without an owner
 */
public record SequenceRecord(BigInteger start, PgType type, String table, String column) {
  public SequenceRecord {
    Objects.requireNonNull(start);
    Objects.requireNonNull(type);
  }

  /** The same sequence with another owner. */
  public SequenceRecord ownedBy(String newTable, String newColumn) {
    return new SequenceRecord(start, type, newTable, newColumn);
  }
}
