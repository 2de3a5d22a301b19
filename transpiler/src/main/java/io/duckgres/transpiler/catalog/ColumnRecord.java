package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgType;
import java.util.Objects;

/**
 * A column as its definition was written, for {@link ColumnTypeRecords}.
 *
 * @param number {@code attnum}, from 1
 * @param name {@code attname}
 * @param type PostgreSQL's type
 * @param typmod {@code atttypmod}, -1 for none
 * @param engineType the type in the engine's definition; that of a user's type is its quoted name
 * @param identity {@code attidentity}: {@code a} for ALWAYS, {@code d} for BY DEFAULT, null
 *     otherwise
 * @param generated {@code attgenerated}: {@code s} for STORED, null otherwise
 * @param defaultText the default or generation expression as {@link ShownText#stored()} gives it,
 *     or {@link #INHERITED}; null without one, and where only the engine's text is known
 */
public record ColumnRecord(
    int number,
    String name,
    PgType type,
    int typmod,
    String engineType,
    Character identity,
    Character generated,
    String defaultText) {
  /** Instead of a default's text: the default is that of the column's domain. */
  public static final String INHERITED = "";

  public ColumnRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(engineType);
  }

  /**
   * A column of a table as it is now.
   *
   * @param column with a type of PostgreSQL's
   * @param defaultText see the component
   */
  public static ColumnRecord of(Attribute column, String defaultText) {
    return new ColumnRecord(
        column.number(),
        column.name(),
        column.declaredType(),
        column.domain() == null ? column.typmod() : -1,
        column.engineType(),
        column.identity(),
        null,
        defaultText);
  }
}
