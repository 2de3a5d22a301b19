package io.duckgres.transpiler.statement;

import java.util.List;

/** A constraint of a table; one written at a column has that column's name in its columns. */
public sealed interface TableConstraint {

  /** The name given, or null. */
  String name();

  /** Offset of the constraint in the statement. */
  int start();

  /** CHECK. */
  record Check(String name, TableElement.Expression condition, int start)
      implements TableConstraint {}

  /** PRIMARY KEY or UNIQUE. */
  record Key(
      String name,
      boolean primary,
      List<String> columns,
      boolean nullsNotDistinct,
      Timing timing,
      int start)
      implements TableConstraint {
    public Key {
      columns = List.copyOf(columns);
    }
  }

  /**
   * REFERENCES or FOREIGN KEY.
   *
   * @param referencedColumns empty for the primary key
   * @param match {@code SIMPLE}, {@code FULL} or {@code PARTIAL}
   * @param onDelete the action in capitals, for instance {@code SET NULL}; {@code NO ACTION} when
   *     not given
   * @param onUpdate likewise
   * @param setColumns columns of ON DELETE SET NULL or SET DEFAULT; empty for all
   */
  record ForeignKey(
      String name,
      List<String> columns,
      ObjectName referenced,
      List<String> referencedColumns,
      String match,
      String onDelete,
      String onUpdate,
      List<String> setColumns,
      Timing timing,
      int start)
      implements TableConstraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
      setColumns = List.copyOf(setColumns);
    }
  }

  /** EXCLUDE, which we refuse. */
  record Exclusion(String name, int start) implements TableConstraint {}

  /** When a constraint is checked. */
  enum Timing {
    IMMEDIATE,
    DEFERRABLE,
    DEFERRED
  }
}
