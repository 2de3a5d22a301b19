package io.duckgres.transpiler.catalog;

import java.util.List;
import java.util.Objects;

/**
 * A constraint as its definition was written, for {@link ColumnTypeRecords}: the engine keeps no
 * names of constraints.
 *
 * @param kind {@code contype}
 * @param columns names of its columns in the order written; those that a check mentions
 * @param position from 0, in the table's order of constraints of this kind
 * @param name {@code conname}
 * @param expression a check's, as {@link ShownText#stored()} gives it; null for other constraints,
 *     and where only the engine's text is known
 */
public record ConstraintRecord(
    Kind kind, List<String> columns, int position, String name, String expression) {
  /** A constraint without an expression. */
  public ConstraintRecord(Kind kind, List<String> columns, int position, String name) {
    this(kind, columns, position, name, null);
  }

  /** {@code pg_constraint.contype}. */
  public enum Kind {
    CHECK('c'),
    FOREIGN_KEY('f'),
    PRIMARY_KEY('p'),
    UNIQUE('u');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    /** The letter that {@code pg_constraint.contype} shows. */
    public char code() {
      return code;
    }
  }

  public ConstraintRecord {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    columns = List.copyOf(columns);
  }
}
