package io.duckgres.transpiler.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A change of rows of a table that foreign keys are about, which are looked after once the
 * statement is done.
 *
 * @param schema the table's schema as PostgreSQL names it
 * @param table the table's name
 * @param kind what happens to rows
 * @param columns the columns that an update assigns; null when it may be any
 * @param captured the temporary table that tells the rows, see {@link #captured()}; null when
 *     nothing tells them
 */
public record RowChange(
    String schema, String table, Kind kind, Set<String> columns, String captured) {

  /** What happens to rows. */
  public enum Kind {
    /** Rows are inserted. */
    INSERT,
    /** Rows are updated; {@link RowChange#captured} is not null. */
    UPDATE,
    /** Rows are deleted; {@link RowChange#captured} is not null. */
    DELETE,
    /** All rows are removed, and nobody refers to them. */
    TRUNCATE,
    /** Rows are inserted, updated and deleted. */
    ANY
  }

  /** Begins the names of captured values before the change. */
  public static final String OLD = "o_";

  /** Begins the names of captured values after the change. */
  public static final String NEW = "n_";

  /** The row identifier before the change. */
  public static final String ROW = "r";

  public RowChange {
    Objects.requireNonNull(schema);
    Objects.requireNonNull(table);
    Objects.requireNonNull(kind);
    columns = columns == null ? null : Set.copyOf(columns);
  }

  /** Whether one of these columns may have another value now. */
  public boolean touches(List<String> names) {
    return columns == null || names.stream().anyMatch(columns::contains);
  }

  /**
   * The temporary table with a row for each changed row. Its columns are {@link #ROW}, and for each
   * column that a foreign key is about its value before and, of an update, after the change, their
   * names beginning with {@link #OLD} and {@link #NEW}.
   */
  @Override
  public String captured() {
    return captured;
  }
}
