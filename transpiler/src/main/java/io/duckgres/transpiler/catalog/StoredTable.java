package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * What belongs to a table besides its columns.
 *
 * @param constraints its constraints in the engine's order
 * @param indexes its indexes, those behind constraints left out
 * @param comment the table's comment, or null
 * @param columnComments comments of columns
 * @param referencing names of other tables with foreign keys to it
 */
public record StoredTable(
    List<Constraint> constraints,
    List<Index> indexes,
    String comment,
    List<ColumnComment> columnComments,
    List<String> referencing) {
  public StoredTable {
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    columnComments = List.copyOf(columnComments);
    referencing = List.copyOf(referencing);
  }

  /**
   * A constraint.
   *
   * @param record kind, columns, position and name
   * @param expression a check's condition in the engine's SQL, otherwise null
   * @param referencedTable a foreign key's other table, in the same schema; otherwise null
   * @param referencedColumns its columns there
   */
  public record Constraint(
      ConstraintRecord record,
      String expression,
      String referencedTable,
      List<String> referencedColumns) {
    public Constraint {
      referencedColumns = List.copyOf(referencedColumns);
    }
  }

  /**
   * An index.
   *
   * @param name its name
   * @param engineName its name for the engine, all parts
   * @param unique whether it is unique
   * @param keys its keys in the engine's SQL
   * @param comment its comment, or null
   * @param record what is kept of its definition, or null
   */
  public record Index(
      String name,
      List<String> engineName,
      boolean unique,
      List<String> keys,
      String comment,
      IndexRecord record) {
    public Index {
      engineName = List.copyOf(engineName);
      keys = List.copyOf(keys);
    }
  }

  /** A column's comment. */
  public record ColumnComment(String column, String comment) {}

  /** The constraint of this name, or null. */
  public Constraint constraint(String name) {
    for (Constraint constraint : constraints) {
      if (constraint.record().name().equals(name)) {
        return constraint;
      }
    }
    return null;
  }
}
