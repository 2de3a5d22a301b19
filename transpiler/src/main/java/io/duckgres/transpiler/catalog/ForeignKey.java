package io.duckgres.transpiler.catalog;

import java.util.List;
import java.util.Objects;

/**
 * A foreign key that is kept beside the engine's catalog and enforced by the gateway: the engine's
 * own have no actions and can't be deferred. Schemas are named as PostgreSQL names them.
 *
 * @param name {@code conname}
 * @param schema the referencing table's schema
 * @param table the referencing table
 * @param columns its columns
 * @param referencedSchema the referenced table's schema
 * @param referencedTable the referenced table
 * @param referencedColumns the columns there, of a primary key or unique constraint
 * @param full MATCH FULL, otherwise MATCH SIMPLE
 * @param onDelete {@code confdeltype}
 * @param onUpdate {@code confupdtype}
 * @param setColumns the columns that ON DELETE SET NULL or SET DEFAULT sets; empty for all
 * @param deferrable DEFERRABLE
 * @param deferred INITIALLY DEFERRED
 * @param valid false for NOT VALID until it is validated
 */
public record ForeignKey(
    String name,
    String schema,
    String table,
    List<String> columns,
    String referencedSchema,
    String referencedTable,
    List<String> referencedColumns,
    boolean full,
    Action onDelete,
    Action onUpdate,
    List<String> setColumns,
    boolean deferrable,
    boolean deferred,
    boolean valid) {

  /** What happens to referencing rows. */
  public enum Action {
    NO_ACTION('a', "NO ACTION"),
    RESTRICT('r', "RESTRICT"),
    CASCADE('c', "CASCADE"),
    SET_NULL('n', "SET NULL"),
    SET_DEFAULT('d', "SET DEFAULT");

    private final char code;
    private final String sql;

    Action(char code, String sql) {
      this.code = code;
      this.sql = sql;
    }

    /** The letter that {@code pg_constraint} shows. */
    public char code() {
      return code;
    }

    /** The words of the clause. */
    public String sql() {
      return sql;
    }

    /** The action with this letter. */
    public static Action of(char code) {
      for (Action action : values()) {
        if (action.code == code) {
          return action;
        }
      }
      throw new IllegalArgumentException("action " + code);
    }

    /** The action of these words, as {@link #sql} gives them. */
    public static Action of(String sql) {
      return valueOf(sql.replace(' ', '_'));
    }
  }

  public ForeignKey {
    Objects.requireNonNull(name);
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    setColumns = List.copyOf(setColumns);
  }

  /** Whether it is one of this table's. */
  public boolean isOf(String tableSchema, String tableName) {
    return schema.equals(tableSchema) && table.equals(tableName);
  }

  /** Whether it refers to this table. */
  public boolean refersTo(String tableSchema, String tableName) {
    return referencedSchema.equals(tableSchema) && referencedTable.equals(tableName);
  }

  /** Whether a table refers to itself by it. */
  public boolean isSelfReferring() {
    return refersTo(schema, table);
  }

  /** The same foreign key by another name. */
  public ForeignKey named(String newName) {
    return new ForeignKey(
        newName,
        schema,
        table,
        columns,
        referencedSchema,
        referencedTable,
        referencedColumns,
        full,
        onDelete,
        onUpdate,
        setColumns,
        deferrable,
        deferred,
        valid);
  }

  /** The same foreign key, whose rows have or have not been checked. */
  public ForeignKey withValid(boolean newValid) {
    return timed(deferrable, deferred, newValid);
  }

  /** The same foreign key, checked at other times. */
  public ForeignKey timed(boolean newDeferrable, boolean newDeferred) {
    return timed(newDeferrable, newDeferred, valid);
  }

  private ForeignKey timed(boolean newDeferrable, boolean newDeferred, boolean newValid) {
    return new ForeignKey(
        name,
        schema,
        table,
        columns,
        referencedSchema,
        referencedTable,
        referencedColumns,
        full,
        onDelete,
        onUpdate,
        setColumns,
        newDeferrable,
        newDeferred,
        newValid);
  }
}
